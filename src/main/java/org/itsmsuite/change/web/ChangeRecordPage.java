package org.itsmsuite.change.web;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.itsmsuite.change.Assessment;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeTasks;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.incident.IncidentProgress;
import org.itsmsuite.incident.Run;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.refusal.Refusal;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** One change to look at; votes, windows and work come as panels of their own. */
@Controller
@RequestMapping("/changes")
class ChangeRecordPage {

  private final ChangeAccess access;
  private final ChangeActions actions;
  private final ChangeBodies bodies;
  private final ChangeTimeline timeline;
  private final IncidentProgress progress;
  private final ChangeTasks tasks;
  private final PageWords words;
  private final List<RecordPanels> panels;

  ChangeRecordPage(
      ChangeAccess access,
      ChangeActions actions,
      ChangeBodies bodies,
      ChangeTimeline timeline,
      IncidentProgress progress,
      ChangeTasks tasks,
      PageWords words,
      List<RecordPanels> panels) {
    this.access = access;
    this.actions = actions;
    this.bodies = bodies;
    this.timeline = timeline;
    this.progress = progress;
    this.tasks = tasks;
    this.words = words;
    this.panels = panels;
  }

  record LinkRow(String type, String number) {}

  record TaskRow(String name, String group, String assignee, String href) {}

  record Diagram(String href, List<String> active, List<String> activeLabels) {}

  record AssessmentRow(
      String kind,
      String group,
      String state,
      String impact,
      String text,
      Map<String, String> answers,
      String assessor,
      ZonedDateTime dueAt,
      ZonedDateTime assessedAt,
      boolean done) {}

  @GetMapping("/{number:CHG-[0-9]+}")
  String view(@PathVariable String number, Model model) {
    Change change = access.visible(number);
    boolean internal = access.internal();
    ChangeBody body = bodies.of(change);
    model.addAttribute("change", body);
    model.addAttribute("statusText", Labels.of(change.status()));
    model.addAttribute("categoryText", Labels.of(change.category()));
    model.addAttribute("service", words.service(change.rfc().service()));
    model.addAttribute("customer", words.customer(change.customer()));
    model.addAttribute("group", words.group(change.group()));
    model.addAttribute("openedAt", words.time(change.openedAt()));
    model.addAttribute("endedAt", words.time(change.result().endedAt()));
    if (change.window() != null) {
      model.addAttribute("from", words.time(change.window().from()));
      model.addAttribute("to", words.time(change.window().to()));
    }
    model.addAttribute("internal", internal);
    model.addAttribute(
        "timeline",
        timeline.of(number).stream()
            .map(entry -> ChangeTimeline.item(entry, words.zone()))
            .toList());
    model.addAttribute("actions", actions.offered(change));
    model.addAttribute(
        "links",
        body.links().stream()
            .map(one -> new LinkRow(Labels.of(one.type()), one.number()))
            .toList());
    if (internal) {
      inside(change, model);
    }
    List<RecordPanel> parts =
        panels.stream()
            .flatMap(one -> one.of(ChangeRecords.summary(change), internal).stream())
            .sorted(Comparator.comparingInt(RecordPanel::order))
            .toList();
    model.addAttribute("wideParts", parts.stream().filter(RecordPanel::wide).toList());
    model.addAttribute("sideParts", parts.stream().filter(part -> !part.wide()).toList());
    return "change/view";
  }

  private void inside(Change change, Model model) {
    model.addAttribute("assessments", change.currentAssessments().stream().map(this::row).toList());
    model.addAttribute("risk", change.risk());
    model.addAttribute("riskText", change.risk() == null ? null : Labels.of(change.risk().level()));
    model.addAttribute("services", change.services().stream().map(words::service).toList());
    if (change.run() != null) {
      model.addAttribute("process", change.run());
      model.addAttribute("diagram", diagram(change.number(), change.run()));
      model.addAttribute("tasks", tasks(change.run()));
    }
  }

  private AssessmentRow row(Assessment one) {
    String state = one.isDone() ? (one.needed() ? "Given" : "Nothing to assess") : "Asked for";
    return new AssessmentRow(
        Labels.of(one.kind()),
        Groups.all().getOrDefault(one.group(), one.group()),
        state,
        one.impact() == null ? null : Labels.of(one.impact()),
        one.text(),
        one.answers(),
        one.assessor(),
        words.time(one.dueAt()),
        words.time(one.assessedAt()),
        one.isDone());
  }

  private Diagram diagram(String number, Run run) {
    var active = progress.active(run);
    return new Diagram(
        "/changes/" + number + "/diagram.bpmn",
        active.stream().map(IncidentProgress.ActiveStep::id).toList(),
        active.stream()
            .map(step -> step.label() == null ? step.id() : step.label().replace('|', ' '))
            .toList());
  }

  private List<TaskRow> tasks(Run run) {
    boolean works = access.may("engine.rest");
    return tasks.open(run).stream()
        .map(
            task ->
                new TaskRow(
                    task.name(),
                    task.group() == null
                        ? null
                        : Groups.all().getOrDefault(task.group(), task.group()),
                    task.assignee(),
                    works ? "/camunda/app/tasklist/default/#/?task=" + task.id() : null))
        .toList();
  }

  /** The model the record runs on, as it was released. */
  @GetMapping(path = "/{number}/diagram.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  String model(@PathVariable String number) {
    Change change = access.visible(number);
    if (!access.internal() || change.run() == null) {
      throw noDiagram();
    }
    return progress.model(change.run()).orElseThrow(ChangeRecordPage::noDiagram);
  }

  private static Refusal noDiagram() {
    return Refusal.notFound("change.no-diagram", "There is no diagram to show.");
  }
}
