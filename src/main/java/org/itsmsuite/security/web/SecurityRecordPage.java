package org.itsmsuite.security.web;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import org.itsmsuite.calendar.SpanWords;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.incident.IncidentProgress;
import org.itsmsuite.incident.Run;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecurityIncidents;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** One security incident to look at. */
@Controller
@RequestMapping("/security-incidents")
class SecurityRecordPage {

  private final SecurityIncidents incidents;
  private final SecurityAccess access;
  private final SecurityActions actions;
  private final SecurityBodies bodies;
  private final SecurityTimeline timeline;
  private final IncidentProgress progress;
  private final PageWords words;
  private final List<RecordPanels> panels;

  SecurityRecordPage(
      SecurityIncidents incidents,
      SecurityAccess access,
      SecurityActions actions,
      SecurityBodies bodies,
      SecurityTimeline timeline,
      IncidentProgress progress,
      PageWords words,
      List<RecordPanels> panels) {
    this.incidents = incidents;
    this.access = access;
    this.actions = actions;
    this.bodies = bodies;
    this.timeline = timeline;
    this.progress = progress;
    this.words = words;
    this.panels = panels;
  }

  record DeadlineRow(String stage, ZonedDateTime dueAt, String within, String state) {}

  record LinkRow(String type, String number) {}

  record TaskRow(String name, String group, String assignee, String href) {}

  record Message(String interfaceId, String name, ZonedDateTime at, String takenUpAs) {}

  record Diagram(String href, List<String> active, List<String> activeLabels) {}

  @GetMapping("/{number:[A-Z]+-[0-9]+}")
  String view(@PathVariable String number, Model model) {
    SecurityIncident incident = access.visible(number);
    boolean internal = access.internal();
    model.addAttribute("incident", bodies.of(incident));
    model.addAttribute("statusText", Labels.of(incident.status()));
    model.addAttribute("service", words.service(incident.report().service()));
    model.addAttribute("customer", words.customer(incident.report().customer()));
    model.addAttribute("reportedAt", words.time(incident.reportedAt()));
    model.addAttribute("resolvedAt", words.time(incident.outcome().resolvedAt()));
    model.addAttribute("closedAt", words.time(incident.outcome().closedAt()));
    model.addAttribute("internal", internal);
    model.addAttribute(
        "timeline",
        timeline.of(number).stream()
            .map(entry -> SecurityTimeline.item(entry, words.zone()))
            .toList());
    model.addAttribute("actions", actions.offered(incident));
    if (internal) {
      inside(incident, model);
    }
    List<RecordPanel> parts =
        panels.stream()
            .flatMap(one -> one.of(SecurityRecords.summary(incident), internal).stream())
            .sorted(Comparator.comparingInt(RecordPanel::order))
            .toList();
    model.addAttribute("wideParts", parts.stream().filter(RecordPanel::wide).toList());
    model.addAttribute("sideParts", parts.stream().filter(part -> !part.wide()).toList());
    return "security/view";
  }

  private void inside(SecurityIncident incident, Model model) {
    model.addAttribute(
        "deadlines",
        bodies.deadlines(incident.number()).stream()
            .map(
                one ->
                    new DeadlineRow(
                        Labels.of(one.stage()),
                        words.time(one.dueAt()),
                        SpanWords.of(WorkingSpan.parse(one.within())),
                        one.state()))
            .toList());
    model.addAttribute(
        "links",
        bodies.links(incident).stream()
            .map(one -> new LinkRow(Labels.of(one.type()), one.number()))
            .toList());
    model.addAttribute("concerned", access.concerned(incident.number()));
    model.addAttribute(
        "messages",
        access.withoutHiddenRecords(incidents.messages(incident.number())).stream()
            .map(
                one ->
                    new Message(
                        one.interfaceId(), one.name(), words.time(one.at()), one.takenUpAs()))
            .toList());
    if (incident.run() != null) {
      model.addAttribute("process", incident.run());
      model.addAttribute("diagram", diagram(incident.number(), incident.run()));
      model.addAttribute("tasks", tasks(incident.run()));
    }
  }

  private Diagram diagram(String number, Run run) {
    var active = progress.active(run);
    return new Diagram(
        "/security-incidents/" + number + "/diagram.bpmn",
        active.stream().map(IncidentProgress.ActiveStep::id).toList(),
        active.stream()
            .map(step -> step.label() == null ? step.id() : step.label().replace('|', ' '))
            .toList());
  }

  private List<TaskRow> tasks(Run run) {
    boolean works = access.may("engine.rest") && access.may("security.act");
    return progress.tasks(run).stream()
        .map(
            task ->
                new TaskRow(
                    task.name(),
                    words.group(task.group()),
                    task.assignee(),
                    works ? "/camunda/app/tasklist/default/#/?task=" + task.id() : null))
        .toList();
  }

  /** The model the record runs on, as it was released. */
  @GetMapping(path = "/{number}/diagram.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  String model(@PathVariable String number) {
    SecurityIncident incident = access.visible(number);
    if (!access.internal() || incident.run() == null) {
      throw noDiagram();
    }
    return progress.model(incident.run()).orElseThrow(SecurityRecordPage::noDiagram);
  }

  private static Refusal noDiagram() {
    return Refusal.notFound("security.no-diagram", "There is no diagram to show.");
  }
}
