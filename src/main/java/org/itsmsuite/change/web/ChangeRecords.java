package org.itsmsuite.change.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Changes;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.record.RecordPractice;
import org.itsmsuite.record.RecordSummary;
import org.springframework.stereotype.Component;

/** Changes among the records of all practices. */
@Component
class ChangeRecords implements RecordPractice {

  private final Changes changes;
  private final ChangeAccess access;
  private final ChangeActions actions;
  private final ChangeTimeline timeline;
  private final ChangeBodies bodies;

  ChangeRecords(
      Changes changes,
      ChangeAccess access,
      ChangeActions actions,
      ChangeTimeline timeline,
      ChangeBodies bodies) {
    this.changes = changes;
    this.access = access;
    this.actions = actions;
    this.timeline = timeline;
    this.bodies = bodies;
  }

  @Override
  public String name() {
    return Changes.PRACTICE;
  }

  @Override
  public boolean owns(String number) {
    return number.startsWith("CHG-");
  }

  @Override
  public Optional<RecordSummary> visible(String number) {
    return access.find(number).map(ChangeRecords::summary);
  }

  @Override
  public Optional<RecordSummary> find(String number) {
    return changes.lookUp(number).map(ChangeRecords::summary);
  }

  @Override
  public List<RecordSummary> inThread(UUID thread) {
    return access.known(changes.inThread(thread)).stream().map(ChangeRecords::summary).toList();
  }

  @Override
  public boolean seesInternal(String number) {
    return access.internal();
  }

  @Override
  public boolean mayAct(String number, String action) {
    return access.find(number).filter(change -> access.mayAct(change, action)).isPresent();
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

  static RecordSummary summary(Change change) {
    return new RecordSummary(
        Changes.PRACTICE,
        change.number(),
        change.title(),
        change.status().name(),
        change.status().isOpen(),
        change.thread(),
        change.openedAt(),
        change.rfc().service(),
        change.customer(),
        change.requester(),
        null,
        change.group(),
        change.implementer(),
        "/changes/" + change.number());
  }
}
