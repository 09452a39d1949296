package org.itsmsuite.incident.web;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.conversation.ConversationFacts;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.notification.NotReached;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.TimelineItem;
import org.springframework.stereotype.Component;

/** The facts of an incident as a story; those outside see theirs, not the desk's inner life. */
@Component
class Timeline {

  /** What a requester is told about. */
  private static final Map<String, String> FOR_EVERYBODY =
      Map.ofEntries(
          Map.entry("incident.reported", "Reported"),
          Map.entry("incident.prioritised", "Priority set"),
          Map.entry("incident.taken", "Somebody works on it"),
          Map.entry("incident.waiting", "Waiting"),
          Map.entry("incident.resumed", "Work goes on"),
          Map.entry("incident.resolved", "Resolved"),
          Map.entry("incident.closed", "Closed"),
          Map.entry("incident.reopened", "Reopened"),
          Map.entry("incident.cancelled", "Cancelled"),
          Map.entry("majorIncident.declared", "Declared a major incident"),
          Map.entry("majorIncident.updateSent", "Update on the major incident"),
          Map.entry("majorIncident.withdrawn", "No major incident after all"),
          Map.entry(ConversationFacts.MESSAGE, "Message"),
          Map.entry(ConversationFacts.FILE, "File attached"));

  private static final Map<String, String> INTERNAL =
      Map.ofEntries(
          Map.entry("incident.recorded", "Process started"),
          Map.entry("incident.classified", "Classified"),
          Map.entry("incident.judged", "Impact and urgency judged"),
          Map.entry("incident.triaged", "Triaged"),
          Map.entry("incident.routed", "Routed"),
          Map.entry("incident.handedOver", "Handed over"),
          Map.entry("incident.restored", "Service restored"),
          Map.entry("incident.reminded", "Reminder sent"),
          Map.entry("incident.madeChild", "Made a child of another incident"),
          Map.entry("incident.takenFromParent", "Taken away from its parent"),
          Map.entry("incident.childLinked", "Got a child"),
          Map.entry("incident.childUnlinked", "A child was taken away"),
          Map.entry("incident.familyEnded", "Stands alone now, without parent and children"),
          Map.entry("incident.formerFamily", "Was parent or child before it was restricted"),
          Map.entry("incident.restrictionLifted", "Restriction lifted"),
          Map.entry("incident.related", "Related to another incident"),
          Map.entry("incident.causedByChange", "Found to be caused by a change"),
          Map.entry("incident.notCausedByChange", "Not caused by that change after all"),
          Map.entry("incident.separated", "No longer related to another incident"),
          Map.entry("incident.alarmRaised", "Raised by monitoring"),
          Map.entry("incident.alarmRepeated", "Monitoring keeps reporting it"),
          Map.entry("incident.recovered", "Recovered, as monitoring sees it: to be resolved?"),
          Map.entry("incident.recoveryWithdrawn", "Not recovered after all"),
          Map.entry("incident.restricted", "Restricted to those whom it concerns"),
          Map.entry("incident.messageLeft", "Message left for another practice"),
          Map.entry(ConversationFacts.NOTE, "Internal note"),
          Map.entry("majorIncident.managementInformed", "Top management informed"),
          Map.entry("majorIncident.managementNotReached", "Top management could not be told"),
          Map.entry(NotReached.FACT, "Somebody could not be told"),
          Map.entry("majorIncident.chargeTaken", "Charge taken of the major incident"),
          Map.entry("majorIncident.managerNamed", "Another manager is in charge"),
          Map.entry("majorIncident.technicalTaskGiven", "Technical task given"),
          Map.entry("majorIncident.technicalTaskDone", "Technical task ended"),
          Map.entry("majorIncident.ended", "Major incident ended, report awaited"),
          Map.entry("majorIncident.resumed", "Major incident led again"),
          Map.entry("majorIncident.reported", "Major incident reported"),
          Map.entry("majorIncident.reviewed", "Major incident reviewed"),
          Map.entry("majorIncident.overdueTold", "Told that report or review is overdue"),
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
          Map.entry("form.submitted", "Form submitted"),
          Map.entry("sla.clockStarted", "Clock started"),
          Map.entry("sla.clockMet", "Clock stopped"),
          Map.entry("sla.clockReopened", "Clock goes on"),
          Map.entry("sla.clockCancelled", "Clock cancelled"),
          Map.entry("sla.targetChanged", "Target changed"),
          Map.entry("sla.openedEarlier", "Counted from the earlier report"),
          Map.entry("sla.milestoneReached", "Milestone reached"),
          Map.entry("sla.breached", "Target missed"),
          Map.entry("sla.notCovered", "No agreement covers it: nothing is measured"),
          Map.entry("escalation.acted", "Escalated"),
          Map.entry("escalation.nobodyTold", "To be escalated, but nobody could be told"));

  private final Ledger ledger;
  private final IncidentAccess access;

  Timeline(Ledger ledger, IncidentAccess access) {
    this.ledger = ledger;
    this.access = access;
  }

  List<LedgerEntry> of(Incident incident) {
    boolean internal = access.may("incident.internal");
    return access.knownFacts(
        ledger.of(incident.number()).stream()
            .filter(entry -> internal || isForEverybody(entry))
            .map(entry -> internal ? entry : withoutStaff(entry))
            .toList());
  }

  /** That a task waits for the next person again is the desk's own business. */
  private static boolean isForEverybody(LedgerEntry entry) {
    return entry.what().startsWith("conversation.")
        ? ConversationFacts.isForRequester(entry)
        : FOR_EVERYBODY.containsKey(entry.what()) && !isPutBack(entry);
  }

  private static boolean isPutBack(LedgerEntry entry) {
    return entry.what().equals("incident.taken")
        && entry.before().get("assignee") != null
        && entry.after().get("assignee") == null;
  }

  /** Who at the desk did it, and fields that are theirs, stay inside. */
  private LedgerEntry withoutStaff(LedgerEntry entry) {
    var hidden =
        Set.of(
            "assignee",
            "group",
            "level",
            "category",
            "mechanism",
            "recipients",
            "through",
            "notReached",
            "addressAwaited",
            "notWhole",
            "occasion",
            "technicalTasksCalledOff");
    return new LedgerEntry(
        entry.record(),
        entry.position(),
        entry.at(),
        isNamed(entry) ? entry.actor() : "service desk",
        entry.build(),
        entry.process(),
        entry.what(),
        without(entry.before(), hidden),
        without(entry.after(), hidden),
        entry.previousHash(),
        entry.hash());
  }

  private boolean isNamed(LedgerEntry entry) {
    return entry.actor().equals(access.actor().id()) || ConversationFacts.isFromRequester(entry);
  }

  private static Map<String, Object> without(Map<String, Object> fields, Set<String> hidden) {
    var shown = new LinkedHashMap<>(fields);
    shown.keySet().removeAll(hidden);
    return shown;
  }

  static TimelineItem item(LedgerEntry entry, ZoneId zone) {
    return TimelineItem.of(entry, text(entry), zone);
  }

  private static String text(LedgerEntry entry) {
    if (isPutBack(entry)) {
      return "Waits for somebody to take it";
    }
    String text = FOR_EVERYBODY.getOrDefault(entry.what(), INTERNAL.get(entry.what()));
    if (text == null) {
      text = Labels.ofFact(entry.what());
    }
    return entry.after().get("clock") instanceof String clock
        ? text + ": " + Labels.of(clock).toLowerCase(Locale.ROOT)
        : text;
  }
}
