package org.itsmsuite.incident.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.sla.ClockState;
import org.itsmsuite.sla.ClockView;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How pages say things: names instead of ids, times in the pages' zone. */
@Component
class IncidentWords {

  private final Catalogue catalogue;
  private final SupportGroups groups;
  private final ZoneId zone;

  IncidentWords(
      Catalogue catalogue, SupportGroups groups, @Value("${itsm.time-zone}") ZoneId zone) {
    this.catalogue = catalogue;
    this.groups = groups;
    this.zone = zone;
  }

  ZoneId zone() {
    return zone;
  }

  /** Null stays null. */
  ZonedDateTime time(Instant instant) {
    return instant == null ? null : instant.atZone(zone);
  }

  String serviceName(Incident incident) {
    return catalogue
        .service(incident.report().service())
        .map(Service::name)
        .orElse(incident.report().service());
  }

  String groupName(String id) {
    return id == null ? null : groups.find(id).map(SupportGroup::name).orElse(id);
  }

  String customerName(Incident incident) {
    String id = incident.report().customer();
    return catalogue.customer(id).map(Customer::name).orElse(id);
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

  ClockRow clock(String number, ClockView clock) {
    return new ClockRow(
        clock.kind().name(),
        Labels.of(clock.kind()),
        clock.state().name(),
        time(clock.dueAt()),
        Spans.text(clock.elapsed()),
        Spans.text(clock.target()),
        clock.percent(),
        clock.state() == ClockState.BREACHED,
        clock.calendar(),
        "/incidents/" + number + "/clocks/" + clock.kind().id());
  }
}
