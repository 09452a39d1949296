package org.itsmsuite.security.web;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.security.Deadline;
import org.itsmsuite.security.SecurityDeadlines;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecurityIncidents;
import org.itsmsuite.security.SecurityPage;
import org.itsmsuite.security.SecuritySearch;
import org.itsmsuite.security.SecurityStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The security incidents that concern a person. */
@Controller
class SecurityListPage {

  private final SecurityIncidents incidents;
  private final SecurityDeadlines deadlines;
  private final SecurityAccess access;
  private final PageWords words;
  private final Clock time;

  SecurityListPage(
      SecurityIncidents incidents,
      SecurityDeadlines deadlines,
      SecurityAccess access,
      PageWords words,
      Clock time) {
    this.incidents = incidents;
    this.deadlines = deadlines;
    this.access = access;
    this.words = words;
    this.time = time;
  }

  record Choice(String id, String name) {}

  record Row(
      String number,
      String title,
      String status,
      String priority,
      String service,
      ZonedDateTime reportedAt,
      ZonedDateTime dueAt,
      boolean overdue) {}

  @GetMapping("/security-incidents")
  String list(SecurityQuery query, Model model) {
    SecuritySearch search = query.checked(access.known("s.number"));
    SecurityPage page = incidents.search(search);
    model.addAttribute("incidents", page.incidents().stream().map(this::row).toList());
    model.addAttribute("query", query);
    model.addAttribute(
        "statuses",
        Arrays.stream(SecurityStatus.values())
            .map(one -> new Choice(one.name(), Labels.of(one)))
            .toList());
    model.addAttribute("mayRaise", access.may("security.report"));
    model.addAttribute("maySeeAll", access.may("security.read"));
    model.addAttribute("page", PageBody.of(search.page(), search.size(), page.total()));
    return "security/list";
  }

  private Row row(SecurityIncident incident) {
    Deadline next =
        access.internal()
            ? deadlines.of(incident.number()).stream()
                .filter(Deadline::isRunning)
                .min(Comparator.comparing(Deadline::dueAt))
                .orElse(null)
            : null;
    return new Row(
        incident.number(),
        incident.report().title(),
        incident.status().name(),
        incident.assessment().priority(),
        words.service(incident.report().service()),
        words.time(incident.reportedAt()),
        next == null ? null : words.time(next.dueAt()),
        next != null && next.isMissed(time.instant()));
  }
}
