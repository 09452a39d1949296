package org.itsmsuite.incident;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.escalation.EscalatedRecords;
import org.itsmsuite.escalation.Subject;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.Blank;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Concerned;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.sla.Clocks;
import org.itsmsuite.sla.Promise;

/**
 * What the steps of the process do to the record. Called by the process only, inside the
 * transaction that moves it; each writes the record, its clocks and one fact.
 */
public class IncidentSteps implements EscalatedRecords {

  private final IncidentStore store;
  private final Clocks clocks;
  private final IncidentFlow flow;
  private final IncidentDeadlines deadlines;
  private final Catalogue catalogue;
  private final SupportGroups groups;
  private final CurrentUser user;
  private final Access access;
  private final Ledger ledger;
  private final Clock time;
  private final IncidentNews news;
  private final IncidentMessageTaker takers;
  private final Restrictions restrictions;
  private final IncidentCompany company;

  public IncidentSteps(
      IncidentStore store,
      Clocks clocks,
      IncidentFlow flow,
      IncidentDeadlines deadlines,
      Catalogue catalogue,
      SupportGroups groups,
      CurrentUser user,
      Access access,
      Ledger ledger,
      Clock time,
      IncidentNews news,
      IncidentMessageTaker takers,
      Restrictions restrictions,
      IncidentCompany company) {
    this.store = store;
    this.clocks = clocks;
    this.flow = flow;
    this.deadlines = deadlines;
    this.catalogue = catalogue;
    this.groups = groups;
    this.user = user;
    this.access = access;
    this.ledger = ledger;
    this.time = time;
    this.news = news;
    this.takers = takers;
    this.restrictions = restrictions;
    this.company = company;
  }

  public Incident incident(String number) {
    return store
        .find(number == null ? "" : number)
        .orElseThrow(
            () ->
                Refusal.conflict(
                    "incident.not-recorded",
                    "This process runs for a recorded incident only: report the incident first, with \"Report an incident\"."));
  }

  public void recorded(String number, Run run) {
    Incident incident = incident(number);
    keep(incident, incident.recorded(run));
  }

  /**
   * @param security whether the table finds that it concerns security
   * @return whether that is new, so that the record has to be restricted
   */
  public boolean classified(String number, Mechanism mechanism, String category, boolean security) {
    Incident incident = incident(number);
    var now = incident.assessment();
    if (mechanism != now.mechanism() || !Objects.equals(category, now.category())) {
      keep(incident, incident.classified(mechanism, category));
    }
    return security && !now.security();
  }

  /**
   * From now on only those concerned know of the record: whoever reported it and whom it is about,
   * the group that works on it and others who have to do with it, and those the access table lets
   * know of everything.
   */
  public void restricted(String number, String reason) {
    Incident incident = incident(number);
    if (incident.assessment().security() && restrictions.isRestricted(number)) {
      return;
    }
    keep(incident, incident.restricted(reason));
    restrictions.restrict(number);
    restrictions.name(number, Concerned.user(incident.report().requester()));
    restrictions.name(number, Concerned.user(incident.report().reporter()));
    if (incident.assignment().group() != null && incident.isOpen()) {
      restrictions.worksOn(number, incident.assignment().group());
    }
    company.of(incident).forEach(one -> restrictions.name(number, one));
    flow.restrictTasks(incident);
  }

  /** Handled as a request, or as a duplicate of another, from now on. */
  public void reclassified(String number, Mechanism mechanism, String duplicateOf, String reason) {
    if (mechanism == Mechanism.DUPLICATE) {
      requireOriginal(number, duplicateOf);
    }
    Incident incident = incident(number);
    keep(incident, incident.reclassified(mechanism, duplicateOf, reason));
    clocks.acknowledged(number);
  }

  /** Whether its declaration as a major incident stands. */
  public void major(String number, boolean declared) {
    Incident incident = incident(number);
    incident.major(declared);
    store.save(incident);
  }

  /**
   * Sets the priority and lets the clocks follow: they start with the first one.
   *
   * @param reason needed for a downgrade after the limit of the target
   * @return whether running clocks were given new targets, which may be missed already
   */
  public boolean prioritised(String number, String priority, String reason) {
    Incident incident = incident(number);
    String was = incident.assessment().priority();
    if (priority.equals(was)) {
      return false;
    }
    Promise promise = promise(incident, priority);
    if (was != null) {
      allowDowngrade(promise, reason);
    }
    keep(incident, incident.prioritised(priority));
    if (was == null) {
      clocks.start(promise);
    } else {
      clocks.priorityChanged(promise);
      flow.retellPriority(incident, was);
    }
    return was != null;
  }

  private void allowDowngrade(Promise promise, String reason) {
    if (!clocks.isLateDowngrade(promise)) {
      return;
    }
    if (!access.may(user.actor(), "incident.downgrade-late")) {
      throw Refusal.forbidden(
          "incident.late-downgrade",
          "So late, only an incident manager may lower the priority of " + promise.record() + ".");
    }
    if (Blank.is(reason)) {
      throw Refusal.invalid(
          "incident.reason-missing", "reason", "Lowering a priority so late needs a reason.");
    }
  }

  static Promise promise(Incident incident, String priority) {
    return new Promise(
        incident.number(),
        incident.run().instance(),
        incident.run().bundle(),
        incident.report().service(),
        incident.report().customer(),
        priority,
        incident.assignment().level(),
        incident.openedAt());
  }

  /** The table's choice of a group; going back to a group that has it already changes nothing. */
  public void routed(String number, String group, boolean byPerson, String reason) {
    Incident incident = incident(number);
    if (!group.equals(incident.assignment().group())) {
      assign(
          incident, byPerson ? "incident.handedOver" : "incident.routed", group, byPerson, reason);
    }
  }

  /** The open task moves along. */
  public void handedOver(String number, String group, String reason) {
    Incident incident = incident(number);
    assign(incident, "incident.handedOver", group, true, reason);
    flow.moveTask(incident.run(), group);
    news.tellGroup(
        incident,
        "incident-handed-over",
        group + "/" + incident.assignment().reassignments(),
        reason);
  }

  private void assign(Incident incident, String what, String group, boolean counts, String reason) {
    SupportGroup support =
        groups
            .find(group)
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "incident.unknown-group",
                        "group",
                        "There is no support group \"" + group + "\"."));
    int was = incident.assignment().level();
    keep(incident, incident.assignedTo(what, group, support.level(), counts, reason));
    if (incident.assessment().security()) {
      restrictions.worksOn(incident.number(), group);
    }
    if (was != support.level()) {
      clocks.levelChanged(incident.number(), support.level());
    }
  }

  /**
   * A task of the record has got an assignee, or lost it (null). A person who takes it for
   * themselves has acknowledged the record; being given it by somebody or something else is no
   * acknowledgement.
   */
  public void taken(String number, String assignee) {
    Incident incident = incident(number);
    if (!Objects.equals(assignee, incident.assignment().assignee())) {
      keep(incident, incident.taken(assignee));
    }
    if (assignee != null && assignee.equals(user.actor().id())) {
      clocks.acknowledged(number);
    }
  }

  /** A new task waits for somebody to take it: whoever had the one before has done with it. */
  public Incident offered(String number) {
    Incident incident = incident(number);
    if (incident.isOpen() && incident.assignment().assignee() != null) {
      keep(incident, incident.taken(null));
    }
    return incident;
  }

  public void triaged(String number, Triage found) {
    Incident incident = incident(number);
    if (found.mechanism() == Mechanism.DUPLICATE) {
      requireOriginal(number, found.duplicateOf());
    }
    keep(incident, incident.triaged(found));
    clocks.acknowledged(number);
  }

  private void requireOriginal(String number, String original) {
    if (number.equals(original)) {
      throw Refusal.invalid(
          "incident.duplicate-of-itself",
          "duplicateOf",
          number + " cannot be a duplicate of itself.");
    }
    if (original == null
        || store.find(original).isEmpty()
        || !restrictions.mayKnow(user.actor(), original)) {
      throw Refusal.invalid(
          "incident.unknown-duplicate",
          "duplicateOf",
          "There is no incident \"" + original + "\".");
    }
    store.link(number, "DUPLICATE_OF", original, time.instant());
    store.link(original, "HAS_DUPLICATE", number, time.instant());
  }

  public void restored(String number, String resolution, String code, boolean problemSuspected) {
    Incident incident = incident(number);
    keep(incident, incident.restored(resolution, code, problemSuspected, person()));
  }

  private String person() {
    Actor actor = user.actor();
    return actor.isPerson() ? actor.id() : null;
  }

  public void resolved(String number) {
    Incident incident = incident(number);
    if (incident.waiting() != null && incident.outcome().code() == null) {
      keep(incident, incident.restored(null, "NO_ANSWER", false, null));
    }
    keep(incident, incident.resolved(time.instant()));
    clocks.resolved(number);
    ended(incident);
    news.tell(incident, "incident-resolved-please-confirm", "" + incident.outcome().reopenings());
  }

  public void closed(String number) {
    Incident incident = incident(number);
    keep(
        incident,
        incident.closed(time.instant(), user.actor().isPerson() ? "CONFIRMED" : "NO_REPLY"));
    news.tell(incident, "incident-closed", "" + incident.outcome().reopenings());
  }

  /** A major incident is led until its incident is no longer worked on. */
  private void ended(Incident incident) {
    if (incident.assessment().major()) {
      flow.tell(incident.number(), IncidentMessages.ENDED);
    }
  }

  /** Not an incident after all: passed on as a request, or a duplicate of another. */
  public void closedWithoutRestoring(String number) {
    Incident incident = incident(number);
    keep(incident, incident.closed(time.instant(), incident.assessment().mechanism().name()));
    clocks.cancelled(number);
    ended(incident);
    news.tell(incident, "incident-closed", "otherwise");
  }

  public void reopened(String number, String reason) {
    Incident incident = incident(number);
    keep(incident, incident.reopened(reason));
    if (incident.assessment().security() && incident.assignment().group() != null) {
      restrictions.worksOn(number, incident.assignment().group());
    }
    clocks.reopened(number);
    if (incident.assessment().major()) {
      flow.tell(number, IncidentMessages.MAJOR_RESUMED);
    }
    news.tellGroup(incident, "incident-reopened", "" + incident.outcome().reopenings(), reason);
  }

  public void cancelled(String number, String reason) {
    Incident incident = incident(number);
    keep(incident, incident.cancelled(time.instant(), reason));
    clocks.cancelled(number);
    ended(incident);
    news.tell(incident, "incident-cancelled", "", reason);
  }

  public void waitingStarted(String number, WaitingReason reason) {
    Incident incident = incident(number);
    keep(incident, incident.waiting(reason, time.instant()));
    clocks.waiting(number, reason.name());
    flow.wakeUp(incident.run(), deadlines.givesUpAt(incident));
    if (reason == WaitingReason.CUSTOMER) {
      news.tell(incident, "incident-waiting-for-you", incident.waiting().since().toString());
    }
  }

  public void reminded(String number) {
    Incident incident = incident(number);
    keep(incident, incident.reminded());
    String occasion = incident.waiting().since() + "/" + incident.waiting().reminders();
    String what = IncidentNews.waitsFor(incident.waiting().reason());
    if (incident.waiting().reason() == WaitingReason.CUSTOMER) {
      news.tell(incident, "incident-waiting-reminder", occasion, what);
    } else {
      news.tellGroup(incident, "incident-waiting-reminder", occasion, what);
    }
  }

  public void resumed(String number) {
    Incident incident = incident(number);
    WaitingReason reason = incident.waiting().reason();
    keep(incident, incident.resumed());
    clocks.resumed(number, reason.name());
    flow.wakeUp(incident.run(), null);
  }

  /**
   * A message leaves for another practice, which takes it up in this transaction; until that
   * practice exists it is kept on the record and shown.
   */
  public void leave(String number, String interfaceId, String message) {
    Incident incident = incident(number);
    String taken = takers.take(incident, message).orElse(null);
    store.leave(new LeftMessage(number, interfaceId, message, time.instant(), taken));
    ledger.write(
        incident
            .fact("incident.messageLeft")
            .with("interface", interfaceId)
            .with("message", message)
            .with("takenUpAs", taken));
  }

  private void keep(Incident incident, Fact fact) {
    store.save(incident);
    ledger.write(fact);
  }

  @Override
  public boolean owns(String record) {
    return record.startsWith("INC-");
  }

  @Override
  public Subject subject(String record) {
    Incident incident = incident(record);
    return new Subject(
        record,
        incident.report().title(),
        catalogue.serviceName(incident.report().service()),
        incident.assessment().priority(),
        incident.assignment().group(),
        incident.assignment().assignee(),
        incident.report().requester(),
        Optional.ofNullable(incident.report().customer())
            .flatMap(catalogue::customer)
            .map(Customer::email)
            .orElse(null),
        incident.run().process());
  }

  @Override
  public void raise(String record, String group, String reason) {
    handedOver(record, group, reason);
  }
}
