package org.itsmsuite.incident.web;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentProgress;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.sla.Clocks;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** One incident to look at. */
@Controller
@RequestMapping("/incidents")
class IncidentRecordPage {

  private final Incidents incidents;
  private final Clocks clocks;
  private final IncidentAccess access;
  private final IncidentActions actions;
  private final Timeline timeline;
  private final IncidentProgress progress;
  private final PageWords words;
  private final Answers answers;
  private final List<RecordPanels> panels;

  IncidentRecordPage(
      Incidents incidents,
      Clocks clocks,
      IncidentAccess access,
      IncidentActions actions,
      Timeline timeline,
      IncidentProgress progress,
      PageWords words,
      Answers answers,
      List<RecordPanels> panels) {
    this.incidents = incidents;
    this.clocks = clocks;
    this.access = access;
    this.actions = actions;
    this.timeline = timeline;
    this.progress = progress;
    this.words = words;
    this.answers = answers;
    this.panels = panels;
  }

  @GetMapping("/{number:[A-Z]+-[0-9]+}")
  String view(@PathVariable String number, Model model) {
    Incident incident = access.visible(number);
    boolean internal = access.may("incident.internal");
    model.addAttribute("incident", details(incident));
    model.addAttribute("restricted", access.isRestricted(number));
    model.addAttribute(
        "clocks",
        clocks.of(number).stream().map(clock -> ClockRow.of(number, clock, words)).toList());
    model.addAttribute(
        "timeline",
        timeline.of(incident).stream().map(entry -> Timeline.item(entry, words.zone())).toList());
    model.addAttribute(
        "messages",
        internal
            ? access.messages(number).stream()
                .map(
                    one ->
                        new Message(
                            one.interfaceId(),
                            one.name(),
                            words.time(one.at()),
                            one.takenUpAs() == null
                                ? "Waits for the practice that will take it up."
                                : "Taken up as " + one.takenUpAs() + "."))
                .toList()
            : List.of());
    model.addAttribute(
        "links",
        access.links(incident).stream()
            .map(
                link ->
                    new LinkRow(Labels.of(link.type()), link.number(), "/records/" + link.number()))
            .toList());
    model.addAttribute("internal", internal);
    model.addAttribute("process", internal ? incident.run() : null);
    model.addAttribute("diagram", internal && incident.run() != null ? diagram(incident) : null);
    model.addAttribute("tasks", internal && incident.run() != null ? tasks(incident) : List.of());
    model.addAttribute("actions", actions.offered(incident));
    List<RecordPanel> parts = parts(incident, internal);
    model.addAttribute("wideParts", parts.stream().filter(RecordPanel::wide).toList());
    model.addAttribute("sideParts", parts.stream().filter(part -> !part.wide()).toList());
    model.addAttribute("mayConfirm", answers.mayConfirm(incident));
    model.addAttribute("mayReopen", answers.mayReopen(incident));
    model.addAttribute("waitsForChildren", answers.waitsForChildren(incident));
    return "incident/view";
  }

  private List<RecordPanel> parts(Incident incident, boolean internal) {
    var record = IncidentRecords.summary(incident);
    return panels.stream()
        .flatMap(one -> one.of(record, internal).stream())
        .sorted(Comparator.comparingInt(RecordPanel::order))
        .toList();
  }

  record Message(String interfaceId, String name, ZonedDateTime at, String text) {}

  record LinkRow(String type, String number, String href) {}

  record Diagram(String href, List<String> active, List<String> activeLabels) {}

  record TaskRow(String name, String group, String assignee, String href) {}

  private Diagram diagram(Incident incident) {
    List<IncidentProgress.ActiveStep> active = progress.active(incident.run());
    return new Diagram(
        "/incidents/" + incident.number() + "/diagram.bpmn",
        active.stream().map(IncidentProgress.ActiveStep::id).toList(),
        active.stream()
            .map(step -> step.label() == null ? step.id() : step.label().replace('|', ' '))
            .toList());
  }

  private List<TaskRow> tasks(Incident incident) {
    return progress.tasks(incident.run()).stream()
        .map(
            task ->
                new TaskRow(
                    task.name(),
                    words.group(task.group()),
                    task.assignee(),
                    "/camunda/app/tasklist/default/#/?task=" + task.id()))
        .toList();
  }

  record Details(
      String number,
      String title,
      String description,
      String status,
      String statusText,
      String priority,
      String impact,
      String urgency,
      String kind,
      String category,
      String serviceName,
      String customerName,
      String requester,
      String channel,
      String groupName,
      String assignee,
      ZonedDateTime openedAt,
      ZonedDateTime resolvedAt,
      ZonedDateTime closedAt,
      String resolution,
      String waitingFor,
      int reopenCount,
      int reassignmentCount,
      boolean major) {}

  private Details details(Incident incident) {
    var report = incident.report();
    var assessment = incident.assessment();
    var outcome = incident.outcome();
    return new Details(
        incident.number(),
        report.title(),
        report.description(),
        incident.status().name(),
        Labels.of(incident.status()),
        assessment.priority(),
        assessment.impact().name(),
        assessment.urgency().name(),
        report.kind().name(),
        assessment.category(),
        words.service(incident.report().service()),
        words.customer(incident.report().customer()),
        report.requester(),
        report.channel(),
        words.group(incident.assignment().group()),
        access.assignee(incident),
        words.time(incident.openedAt()),
        words.time(outcome.resolvedAt()),
        words.time(outcome.closedAt()),
        outcome.resolution(),
        incident.waiting() == null ? null : Labels.of(incident.waiting().reason()),
        outcome.reopenings(),
        incident.assignment().reassignments(),
        assessment.major());
  }

  /** The model the record runs on, as it was released. */
  @GetMapping(path = "/{number}/diagram.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  String diagram(@PathVariable String number) {
    Incident incident = access.visible(number);
    if (!access.may("incident.internal") || incident.run() == null) {
      throw Refusal.notFound("incident.no-diagram", "There is no diagram to show.");
    }
    return progress
        .model(incident.run())
        .orElseThrow(() -> Refusal.notFound("incident.no-diagram", "There is no diagram to show."));
  }
}
