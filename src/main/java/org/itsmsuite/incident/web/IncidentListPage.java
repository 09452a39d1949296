package org.itsmsuite.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentPage;
import org.itsmsuite.incident.IncidentSearch;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.web.BulkRequest.Kind;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.sla.ClockState;
import org.itsmsuite.sla.ClockView;
import org.itsmsuite.sla.Clocks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of incidents a person may see. */
@Controller
class IncidentListPage {

  private final Incidents incidents;
  private final Clocks clocks;
  private final IncidentAccess access;
  private final SupportGroups groups;
  private final PageWords words;
  private final IncidentBulk bulk;

  IncidentListPage(
      Incidents incidents,
      Clocks clocks,
      IncidentAccess access,
      SupportGroups groups,
      PageWords words,
      IncidentBulk bulk) {
    this.incidents = incidents;
    this.clocks = clocks;
    this.access = access;
    this.groups = groups;
    this.words = words;
    this.bulk = bulk;
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
      Integer percent,
      boolean major) {}

  record PageInfo(int number, int size, long totalElements, long totalPages) {}

  @GetMapping("/incidents")
  String list(IncidentQuery query, HttpServletRequest request, Model model) {
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
        Arrays.stream(Status.values()).map(one -> new Choice(one.name(), Labels.of(one))).toList());
    model.addAttribute(
        "priorities", incidents.priorities().stream().map(one -> new Choice(one, one)).toList());
    model.addAttribute(
        "groups", groups.all().stream().map(one -> new Choice(one.id(), one.name())).toList());
    model.addAttribute("mayAssign", bulk.may(Kind.ASSIGN));
    model.addAttribute("mayHandOver", bulk.may(Kind.HAND_OVER));
    model.addAttribute("mayReply", bulk.may(Kind.REPLY));
    model.addAttribute("listQuery", request.getQueryString());
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
            .filter(ClockView::open)
            .min(Comparator.comparing(ClockView::dueAt))
            .orElse(null);
    return new Row(
        incident.number(),
        incident.report().title(),
        incident.status().name(),
        incident.assessment().priority(),
        words.service(incident.report().service()),
        words.group(incident.assignment().group()),
        access.assignee(incident),
        words.time(incident.openedAt()),
        next == null ? null : words.time(next.dueAt()),
        next != null && next.state() == ClockState.BREACHED,
        next == null ? null : next.percent(),
        incident.assessment().major());
  }
}
