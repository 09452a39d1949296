package org.itsmsuite.incident.major.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.VisibleIncidents;
import org.itsmsuite.incident.major.MajorIncident;
import org.itsmsuite.incident.major.Word;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.Clocks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the major incidents stand that go on: for staff, and for customers about their services. */
@Controller
class MajorPage {

  private final MajorStatus status;
  private final Incidents incidents;
  private final VisibleIncidents visible;
  private final Clocks clocks;
  private final PageWords words;
  private final Clock time;

  MajorPage(
      MajorStatus status,
      Incidents incidents,
      VisibleIncidents visible,
      Clocks clocks,
      PageWords words,
      Clock time) {
    this.status = status;
    this.incidents = incidents;
    this.visible = visible;
    this.clocks = clocks;
    this.words = words;
    this.time = time;
  }

  /**
   * @param href null where the person does not see the incident itself
   * @param manager null for those outside
   */
  record Row(
      String number,
      String href,
      String title,
      String service,
      String stage,
      ZonedDateTime since,
      String manager,
      ZonedDateTime wordAt,
      String word,
      ZonedDateTime nextAt,
      boolean late) {}

  @GetMapping("/major-incidents")
  String running(Model model) {
    boolean staff = status.seesAll();
    model.addAttribute("majors", status.running().stream().map(one -> row(one, staff)).toList());
    model.addAttribute("staff", staff);
    return "incident/major-list";
  }

  private Row row(MajorIncident major, boolean staff) {
    Incident incident = incidents.find(major.record());
    Word word = major.lead().word();
    Instant next = clocks.due(major.record(), ClockKind.UPDATE).orElse(null);
    return new Row(
        major.record(),
        visible.isVisible(major.record()) ? "/incidents/" + major.record() : null,
        incident.report().title(),
        words.service(incident.report().service()),
        staff || major.stage() == MajorIncident.Stage.LED
            ? StageWords.of(major.stage())
            : "The service works again",
        words.time(major.declaration().at()),
        staff ? major.lead().manager() : null,
        word == null ? null : words.time(word.at()),
        word == null ? null : word.text(),
        words.time(next),
        next != null && time.instant().isAfter(next));
  }
}
