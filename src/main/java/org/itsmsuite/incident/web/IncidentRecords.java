package org.itsmsuite.incident.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.Status;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.record.RecordPractice;
import org.itsmsuite.record.RecordSummary;
import org.itsmsuite.sla.Clocks;
import org.springframework.stereotype.Component;

/** Incidents among the records of all practices. */
@Component
class IncidentRecords implements RecordPractice {

  private final Incidents incidents;
  private final Clocks clocks;
  private final IncidentAccess access;
  private final IncidentActions actions;
  private final Timeline timeline;

  IncidentRecords(
      Incidents incidents,
      Clocks clocks,
      IncidentAccess access,
      IncidentActions actions,
      Timeline timeline) {
    this.incidents = incidents;
    this.clocks = clocks;
    this.access = access;
    this.actions = actions;
    this.timeline = timeline;
  }

  @Override
  public String name() {
    return "incident";
  }

  @Override
  public boolean owns(String number) {
    return number.startsWith("INC-");
  }

  @Override
  public Optional<RecordSummary> visible(String number) {
    return access.find(number).map(IncidentRecords::summary);
  }

  @Override
  public Optional<RecordSummary> find(String number) {
    return incidents.lookUp(number).map(IncidentRecords::summary);
  }

  @Override
  public List<RecordSummary> inThread(UUID thread) {
    return access.known(incidents.inThread(thread)).stream().map(IncidentRecords::summary).toList();
  }

  @Override
  public boolean seesInternal(String number) {
    return access.may("incident.internal");
  }

  @Override
  public boolean mayAct(String number, String action) {
    return access.find(number).filter(one -> access.mayAct(one, action)).isPresent();
  }

  @Override
  public List<LedgerEntry> timeline(String number) {
    return timeline.of(access.visible(number));
  }

  @Override
  public void act(String number, String action, Map<String, String> values) {
    actions.act(number, action, values);
  }

  @Override
  public Object body(String number) {
    Incident incident = incidents.find(number);
    return IncidentBody.of(
        incident, access.assignee(incident), clocks.of(number), access.links(incident));
  }

  static RecordSummary summary(Incident incident) {
    return new RecordSummary(
        "incident",
        incident.number(),
        incident.report().title(),
        incident.status().name(),
        incident.status() != Status.CLOSED
            && incident.status() != Status.CANCELLED
            && incident.status() != Status.RESOLVED,
        incident.thread(),
        incident.openedAt(),
        incident.report().service(),
        incident.report().customer(),
        incident.report().requester(),
        incident.report().reporter(),
        incident.assignment().group(),
        incident.assignment().assignee(),
        "/incidents/" + incident.number());
  }
}
