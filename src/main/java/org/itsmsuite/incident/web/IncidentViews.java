package org.itsmsuite.incident.web;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentPage;
import org.itsmsuite.incident.IncidentProgress;
import org.itsmsuite.incident.IncidentSearch;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.Status;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.ClockState;
import org.itsmsuite.sla.ClockView;
import org.itsmsuite.sla.Clocks;
import org.itsmsuite.sla.Explanation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Incidents to look at: list, record, and why a clock is due when it is. */
@Controller
@RequestMapping("/incidents")
class IncidentViews {

  private final Incidents incidents;
  private final Clocks clocks;
  private final IncidentAccess access;
  private final IncidentActions actions;
  private final Timeline timeline;
  private final IncidentProgress progress;
  private final Catalogue catalogue;
  private final SupportGroups groups;
  private final ZoneId zone;

  IncidentViews(
      Incidents incidents,
      Clocks clocks,
      IncidentAccess access,
      IncidentActions actions,
      Timeline timeline,
      IncidentProgress progress,
      Catalogue catalogue,
      SupportGroups groups,
      @Value("${itsm.time-zone}") ZoneId zone) {
    this.incidents = incidents;
    this.clocks = clocks;
    this.access = access;
    this.actions = actions;
    this.timeline = timeline;
    this.progress = progress;
    this.catalogue = catalogue;
    this.groups = groups;
    this.zone = zone;
  }

  record Choice(String id, String name) {}

  record Row(
      String number,
      String title,
      String status,
      String priority,
      String serviceName,
      String groupName,
      String assignee,
      ZonedDateTime openedAt,
      ZonedDateTime dueAt,
      boolean overdue,
      Integer percent) {}

  record PageInfo(int number, int size, long totalElements, long totalPages) {}

  @GetMapping
  String list(IncidentQuery query, Model model) {
    IncidentSearch search = query.checked(access.scope(), "dueAt,asc");
    IncidentPage page = incidents.search(search);
    Map<String, List<ClockView>> all =
        clocks.of(page.incidents().stream().map(Incident::number).toList());
    model.addAttribute(
        "incidents",
        page.incidents().stream()
            .map(one -> row(one, all.getOrDefault(one.number(), List.of())))
            .toList());
    model.addAttribute("query", query);
    model.addAttribute(
        "statuses",
        java.util.Arrays.stream(Status.values())
            .map(one -> new Choice(one.name(), Labels.of(one)))
            .toList());
    model.addAttribute(
        "priorities",
        List.of("P1", "P2", "P3", "P4").stream().map(one -> new Choice(one, one)).toList());
    model.addAttribute(
        "groups", groups.all().stream().map(one -> new Choice(one.id(), one.name())).toList());
    model.addAttribute("mayReport", access.may("incident.report"));
    model.addAttribute(
        "page",
        new PageInfo(
            search.page(),
            search.size(),
            page.total(),
            (page.total() + search.size() - 1) / search.size()));
    return "incident/list";
  }

  private Row row(Incident incident, List<ClockView> views) {
    ClockView next =
        views.stream()
            .filter(
                clock ->
                    clock.state() == ClockState.RUNNING
                        || clock.state() == ClockState.PAUSED
                        || isLate(incident, clock))
            .min(java.util.Comparator.comparing(ClockView::dueAt))
            .orElse(null);
    return new Row(
        incident.number(),
        incident.report().title(),
        incident.status().name(),
        incident.assessment().priority(),
        serviceName(incident),
        groupName(incident.assignment().group()),
        incident.assignment().assignee(),
        incident.openedAt().atZone(zone),
        next == null ? null : next.dueAt().atZone(zone),
        next != null && next.state() == ClockState.BREACHED,
        next == null ? null : next.percent());
  }

  private static boolean isLate(Incident incident, ClockView clock) {
    return clock.state() == ClockState.BREACHED
        && incident.outcome().resolvedAt() == null
        && incident.outcome().closedAt() == null;
  }

  private String serviceName(Incident incident) {
    return catalogue
        .service(incident.report().service())
        .map(Service::name)
        .orElse(incident.report().service());
  }

  private String groupName(String id) {
    return id == null ? null : groups.find(id).map(SupportGroup::name).orElse(id);
  }

  @GetMapping("/{number:[A-Z]+-[0-9]+}")
  String view(@PathVariable String number, Model model) {
    Incident incident = access.visible(number);
    boolean internal = access.may("incident.internal");
    model.addAttribute("incident", details(incident));
    model.addAttribute(
        "clocks", clocks.of(number).stream().map(clock -> clockRow(number, clock)).toList());
    model.addAttribute(
        "timeline",
        timeline.of(incident).stream().map(entry -> Timeline.item(entry, zone)).toList());
    model.addAttribute(
        "messages",
        internal
            ? incidents.messages(number).stream()
                .map(
                    one ->
                        new Message(
                            one.interfaceId(),
                            one.name(),
                            one.at().atZone(zone),
                            "Waits for the practice that will take it up."))
                .toList()
            : List.of());
    model.addAttribute(
        "links",
        incidents.links(number).stream()
            .map(
                link ->
                    new LinkRow(
                        Labels.of(link.type()), link.number(), "/incidents/" + link.number()))
            .toList());
    model.addAttribute("process", internal ? incident.run() : null);
    model.addAttribute("diagram", internal && incident.run() != null ? diagram(incident) : null);
    model.addAttribute("tasks", internal && incident.run() != null ? tasks(incident) : List.of());
    model.addAttribute("actions", actions.offered(incident));
    model.addAttribute(
        "mayConfirm", incident.status() == Status.RESOLVED && access.mayAct("confirm"));
    model.addAttribute("mayReopen", incident.status() == Status.CLOSED && access.mayAct("reopen"));
    return "incident/view";
  }

  record Message(String interfaceId, String name, ZonedDateTime at, String text) {}

  record LinkRow(String type, String number, String href) {}

  record Diagram(String xmlHref, List<String> active, List<String> activeLabels) {}

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
                    groupName(task.group()),
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
      int reassignmentCount) {}

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
        serviceName(incident),
        catalogue.customer(report.customer()).map(Customer::name).orElse(report.customer()),
        report.requester(),
        report.channel(),
        groupName(incident.assignment().group()),
        access.may("incident.internal") ? incident.assignment().assignee() : null,
        incident.openedAt().atZone(zone),
        outcome.resolvedAt() == null ? null : outcome.resolvedAt().atZone(zone),
        outcome.closedAt() == null ? null : outcome.closedAt().atZone(zone),
        outcome.resolution(),
        incident.waiting() == null ? null : Labels.of(incident.waiting().reason()),
        outcome.reopenings(),
        incident.assignment().reassignments());
  }

  record ClockRow(
      String kind,
      String kindText,
      String state,
      ZonedDateTime dueAt,
      String elapsedText,
      String targetText,
      int percent,
      boolean breached,
      String calendar,
      String explanationHref) {}

  private ClockRow clockRow(String number, ClockView clock) {
    return new ClockRow(
        clock.kind().name(),
        Labels.of(clock.kind()),
        clock.state().name(),
        clock.dueAt().atZone(zone),
        Spans.text(clock.elapsed()),
        Spans.text(clock.target()),
        clock.percent(),
        clock.state() == ClockState.BREACHED,
        clock.calendar(),
        "/incidents/" + number + "/clocks/" + clock.kind().id());
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

  record Span(ZonedDateTime from, ZonedDateTime to) {}

  record PauseRow(ZonedDateTime from, ZonedDateTime to, String reason, boolean counted) {}

  record Version(String name, String version) {}

  @GetMapping("/{number}/clocks/{kind}")
  String explanation(@PathVariable String number, @PathVariable String kind, Model model) {
    access.visible(number);
    Explanation why =
        java.util.Arrays.stream(ClockKind.values())
            .filter(one -> one.id().equals(kind))
            .findFirst()
            .flatMap(one -> clocks.explain(number, one))
            .orElseThrow(
                () -> Refusal.notFound("sla.no-such-clock", "This record has no such clock."));
    model.addAttribute("number", number);
    model.addAttribute("clock", clockRow(number, why.clock()));
    model.addAttribute(
        "windows",
        why.windows().stream()
            .map(one -> new Span(one.from().atZone(zone), one.to().atZone(zone)))
            .toList());
    model.addAttribute(
        "pauses",
        why.pauses().stream()
            .map(
                one ->
                    new PauseRow(
                        one.from().atZone(zone),
                        one.to() == null ? null : one.to().atZone(zone),
                        Labels.of(one.reason()),
                        one.counted()))
            .toList());
    model.addAttribute(
        "versions",
        List.of(
            new Version(
                "Calendar " + why.clock().calendar(), "version " + why.clock().calendarVersion()),
            new Version("Release of targets and escalation", why.bundle()),
            new Version("Due instant", "moved " + (why.generation() - 1) + " times")));
    return "incident/explanation";
  }
}
