package org.itsmsuite.security.web;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.notification.NotReached;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.TimelineItem;
import org.springframework.stereotype.Component;

/** The facts of a security incident as a story; named people from outside see where it stands. */
@Component
class SecurityTimeline {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("security.raised", "Raised"),
          Map.entry("security.recorded", "Process started"),
          Map.entry("security.taken", "Task taken or put back"),
          Map.entry("security.assessed", "Assessed"),
          Map.entry("security.decided", "Decided what it is"),
          Map.entry("security.prioritised", "Priority set by security risk"),
          Map.entry("security.contained", "Contained"),
          Map.entry("security.outsideNotified", "Those outside notified"),
          Map.entry("security.notificationNotNeeded", "Nobody outside had to be notified"),
          Map.entry("security.newFindings", "New findings: assessed again"),
          Map.entry("security.resolved", "Resolved"),
          Map.entry("security.reviewed", "Reviewed"),
          Map.entry("security.closed", "Closed"),
          Map.entry("security.eventAdded", "One more event"),
          Map.entry("security.personNamed", "Concerns one more person"),
          Map.entry("security.groupNamed", "Concerns one more group"),
          Map.entry("security.restrictionLifted", "Restriction of the incident lifted"),
          Map.entry("security.messageLeft", "Message left for another practice"),
          Map.entry("security.deadlineSet", "Deadline set"),
          Map.entry("security.deadlineNear", "Deadline near"),
          Map.entry("security.deadlineMissed", "Deadline missed"),
          Map.entry("security.deadlineDone", "Stage done"),
          Map.entry("security.deadlineCancelled", "Deadline no longer needed"),
          Map.entry("conversation.noteWritten", "Note"),
          Map.entry("conversation.messageWritten", "Message"),
          Map.entry("conversation.attached", "File"),
          Map.entry(NotReached.FACT, "Somebody could not be told"),
          Map.entry("deputy.steppedIn", "A deputy stands in"),
          Map.entry("deputy.gaveBack", "Given back by the deputy"),
          Map.entry("deputy.acted", "Done on behalf of somebody else"),
          Map.entry("deputy.leftToGroup", "Left to the group: nobody by name is there"),
          Map.entry("deputy.nobodyFound", "Nobody stands in"),
          Map.entry(
              Duties.EXCEPTION_USED,
              "Own work approved, as an exception from the separation of duties allows"),
          Map.entry("competence.missing", "Taken or ended without a valid proof of competence"),
          Map.entry("competence.provenByLogIn", "Competence proven by the log-in"),
          Map.entry("form.submitted", "Form submitted"));

  private static final Set<String> FOR_ALL_CONCERNED =
      Set.of("security.raised", "security.resolved", "security.closed");

  private final Ledger ledger;
  private final SecurityAccess access;

  SecurityTimeline(Ledger ledger, SecurityAccess access) {
    this.ledger = ledger;
    this.access = access;
  }

  List<LedgerEntry> of(String number) {
    if (access.internal()) {
      return access.withoutHidden(ledger.of(number));
    }
    return ledger.of(number).stream()
        .filter(entry -> FOR_ALL_CONCERNED.contains(entry.what()))
        .map(SecurityTimeline::statusOnly)
        .toList();
  }

  private static LedgerEntry statusOnly(LedgerEntry entry) {
    return new LedgerEntry(
        entry.record(),
        entry.position(),
        entry.at(),
        "security team",
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
    shown.keySet().retainAll(Set.of("status"));
    return shown;
  }

  static TimelineItem item(LedgerEntry entry, ZoneId zone) {
    String text = WORDS.get(entry.what());
    return TimelineItem.of(entry, text == null ? Labels.ofFact(entry.what()) : text, zone);
  }
}
