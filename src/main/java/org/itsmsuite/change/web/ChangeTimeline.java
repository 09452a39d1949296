package org.itsmsuite.change.web;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.TimelineItem;
import org.springframework.stereotype.Component;

/** The facts of a change as a story; who sees no inner life sees where it stands. */
@Component
class ChangeTimeline {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("change.requested", "Asked for"),
          Map.entry("change.recorded", "Process started"),
          Map.entry("change.completed", "Request completed"),
          Map.entry("change.reworded", "Put in other words"),
          Map.entry("change.caseEdited", "Made another case"),
          Map.entry("change.assessmentsAsked", "Assessments asked for"),
          Map.entry("change.riskScored", "Risk scored"),
          Map.entry("change.deferred", "Put off"),
          Map.entry("change.approvalVoided", "Approval void"),
          Map.entry("change.scheduleCommunicated", "Those concerned told of the schedule"),
          Map.entry("change.implementationStarted", "Work begun"),
          Map.entry("change.implemented", "Work ended"),
          Map.entry("change.deployed", "Carried out, and works"),
          Map.entry("change.accepted", "Looked at, to be accepted"),
          Map.entry("change.planEdited", "Plan of tasks edited"),
          Map.entry("change.workDone", "A step of the work done"),
          Map.entry("change.causedIncident", "Found to have caused an incident"),
          Map.entry("change.incidentNotCaused", "An incident was not caused by it after all"),
          Map.entry("change.messageLeft", "A record that waits was told"),
          Map.entry("change.windowAgreed", "Somebody answers for the window"),
          Map.entry("vote.opened", "Vote opened"),
          Map.entry("vote.cast", "Ballot cast"),
          Map.entry("vote.extended", "Vote extended"),
          Map.entry("vote.closed", "Vote closed"),
          Map.entry("vote.ended", "Vote ended"),
          Map.entry("vote.unattended", "Nobody may vote for members who are away"),
          Map.entry("sitting.said", "Noted in a sitting"),
          Map.entry("form.submitted", "Form submitted"));

  private static final Set<String> FOR_ALL =
      Set.of(
          "change.requested",
          "change.reworded",
          "change.caseEdited",
          "change.decided",
          "change.deferred",
          "change.scheduled",
          "change.approvalVoided",
          "change.implementationStarted",
          "change.implemented",
          "change.closed",
          "change.rejected",
          "change.withdrawn",
          "conversation.messageWritten");

  private static final Set<String> FIELDS_FOR_ALL =
      Set.of("status", "verdict", "window", "deferredUntil", "outcome", "text");

  private final Ledger ledger;
  private final ChangeAccess access;

  ChangeTimeline(Ledger ledger, ChangeAccess access) {
    this.ledger = ledger;
    this.access = access;
  }

  List<LedgerEntry> of(String number) {
    List<LedgerEntry> known = access.knownFacts(ledger.of(number));
    return access.internal()
        ? known
        : known.stream()
            .filter(entry -> FOR_ALL.contains(entry.what()))
            .map(ChangeTimeline::fromOutside)
            .toList();
  }

  private static LedgerEntry fromOutside(LedgerEntry entry) {
    return new LedgerEntry(
        entry.record(),
        entry.position(),
        entry.at(),
        "change management",
        entry.build(),
        entry.process(),
        entry.what(),
        only(entry.before()),
        only(entry.after()),
        entry.previousHash(),
        entry.hash());
  }

  private static Map<String, Object> only(Map<String, Object> fields) {
    var shown = new LinkedHashMap<>(fields);
    shown.keySet().retainAll(FIELDS_FOR_ALL);
    return shown;
  }

  static TimelineItem item(LedgerEntry entry, ZoneId zone) {
    String text = WORDS.get(entry.what());
    return TimelineItem.of(entry, text == null ? Labels.ofFact(entry.what()) : text, zone);
  }
}
