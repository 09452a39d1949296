package org.itsmsuite.security.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.record.RecordPractice;
import org.itsmsuite.record.RecordSummary;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecurityIncidents;
import org.springframework.stereotype.Component;

/** Security incidents among the records of all practices. */
@Component
class SecurityRecords implements RecordPractice {

  private final SecurityIncidents incidents;
  private final SecurityAccess access;
  private final SecurityActions actions;
  private final SecurityTimeline timeline;
  private final SecurityBodies bodies;

  SecurityRecords(
      SecurityIncidents incidents,
      SecurityAccess access,
      SecurityActions actions,
      SecurityTimeline timeline,
      SecurityBodies bodies) {
    this.incidents = incidents;
    this.access = access;
    this.actions = actions;
    this.timeline = timeline;
    this.bodies = bodies;
  }

  @Override
  public String name() {
    return SecurityIncidents.PRACTICE;
  }

  @Override
  public boolean owns(String number) {
    return number.startsWith("SEC-");
  }

  @Override
  public Optional<RecordSummary> visible(String number) {
    return access.find(number).map(SecurityRecords::summary);
  }

  @Override
  public Optional<RecordSummary> find(String number) {
    return incidents.lookUp(number).map(SecurityRecords::summary);
  }

  @Override
  public List<RecordSummary> inThread(UUID thread) {
    return access.known(incidents.inThread(thread)).stream().map(SecurityRecords::summary).toList();
  }

  @Override
  public boolean seesInternal(String number) {
    return access.internal();
  }

  /** Notes and files only: there is no requester, and a message would carry content out. */
  @Override
  public boolean mayAct(String number, String action) {
    return access.mayAct(action);
  }

  @Override
  public List<LedgerEntry> timeline(String number) {
    return timeline.of(access.visible(number).number());
  }

  @Override
  public void act(String number, String action, Map<String, String> values) {
    actions.act(number, action, values);
  }

  @Override
  public Object body(String number) {
    return bodies.of(access.visible(number));
  }

  /** Nobody is its requester: who reported the event is not told of what became of it here. */
  static RecordSummary summary(SecurityIncident incident) {
    return new RecordSummary(
        SecurityIncidents.PRACTICE,
        incident.number(),
        incident.report().title(),
        incident.status().name(),
        incident.status().isOpen(),
        incident.thread(),
        incident.openedAt(),
        incident.report().service(),
        incident.report().customer(),
        null,
        null,
        SecurityIncidents.TEAM,
        incident.assignee(),
        "/security-incidents/" + incident.number());
  }
}
