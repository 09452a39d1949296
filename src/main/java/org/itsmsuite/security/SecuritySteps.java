package org.itsmsuite.security;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.LeftMessage;
import org.itsmsuite.incident.Run;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Restrictions;

/**
 * What the steps of the process do to the record. Called by the process only, inside the
 * transaction that moves it; each writes the record, its deadlines and one fact.
 */
public class SecuritySteps {

  private final SecurityStore store;
  private final SecurityDeadlines deadlines;
  private final Restrictions restrictions;
  private final Access access;
  private final People people;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;
  private final SecurityNews news;
  private final SecurityMessageTaker takers;

  public SecuritySteps(
      SecurityStore store,
      SecurityDeadlines deadlines,
      Restrictions restrictions,
      Access access,
      People people,
      CurrentUser user,
      Ledger ledger,
      Clock time,
      SecurityNews news,
      SecurityMessageTaker takers) {
    this.store = store;
    this.deadlines = deadlines;
    this.restrictions = restrictions;
    this.access = access;
    this.people = people;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
    this.news = news;
    this.takers = takers;
  }

  public SecurityIncident incident(String number) {
    return store
        .find(number == null ? "" : number)
        .orElseThrow(
            () ->
                Refusal.conflict(
                    "security.not-recorded",
                    "This process runs for a recorded security incident only: raise it on the"
                        + " page Security incidents."));
  }

  public void recorded(String number, Run run) {
    SecurityIncident incident = incident(number);
    keep(incident, incident.recorded(run));
    deadlines.open(incident, Stage.ASSESS);
  }

  /** A new task waits for somebody to take it: whoever had the one before has done with it. */
  public SecurityIncident offered(String number) {
    SecurityIncident incident = incident(number);
    if (incident.assignee() != null) {
      keep(incident, incident.taken(null));
    }
    return incident;
  }

  /**
   * A task has got an assignee, or lost it (null). Only those who may know of the record get one:
   * the engine shows a task to whoever has it.
   */
  public void taken(String number, String assignee) {
    SecurityIncident incident = incident(number);
    if (assignee != null && !mayKnow(assignee, number)) {
      throw Refusal.forbidden(
          "security.not-concerned",
          "The task goes only to somebody whom the record concerns; name them first.");
    }
    if (!Objects.equals(assignee, incident.assignee())) {
      keep(incident, incident.taken(assignee));
    }
  }

  private boolean mayKnow(String account, String number) {
    Actor self = user.actor();
    return restrictions.mayKnow(
        account.equals(self.id()) ? self : new Actor(account, people.groupsOf(account)), number);
  }

  /**
   * Whoever does a stage must be allowed to by the access table and be concerned: the engine alone
   * would let its administrators.
   */
  private void require(String number, Stage stage) {
    if (!access.may(user.actor(), "security.act", stage.id())
        || !restrictions.mayKnow(user.actor(), number)) {
      throw Refusal.forbidden(
          "security.work-not-allowed", "This task is done by those whom the record concerns.");
    }
  }

  public void assessed(String number, Assessed by) {
    require(number, Stage.ASSESS);
    SecurityIncident incident = incident(number);
    if (by.found() == Finding.SAME_AS_ANOTHER) {
      SecurityIncidents.requireOther(store, number, by.sameAs());
    }
    keep(incident, incident.assessed(by));
    deadlines.done(incident, Stage.ASSESS);
  }

  /** What the promotion table says. */
  public void found(String number, Finding finding) {
    SecurityIncident incident = incident(number);
    keep(incident, incident.found(finding));
  }

  /** What the priority table says; containing and telling others begin. */
  public void prioritised(String number, String risk, String priority) {
    SecurityIncident incident = incident(number);
    keep(incident, incident.prioritised(risk, priority));
    deadlines.open(incident, Stage.CONTAIN);
    if (mustNotify(incident)) {
      deadlines.open(incident, Stage.NOTIFY);
    }
  }

  /** Whether somebody outside must be told who has not been told yet. */
  public boolean mustNotify(SecurityIncident incident) {
    return incident.assessment().notifyOutside() && incident.outcome().notifiedAt() == null;
  }

  /** Nothing is contained yet, but whoever works on it asks for something. */
  public void stillContaining(String number) {
    require(number, Stage.CONTAIN);
  }

  public void contained(String number, String resolution) {
    require(number, Stage.CONTAIN);
    SecurityIncident incident = incident(number);
    keep(incident, incident.contained(resolution, user.actor().id(), time.instant()));
    deadlines.done(incident, Stage.CONTAIN);
  }

  /**
   * @param needed false if nobody had to be told after all
   */
  public void notified(String number, boolean needed, String text) {
    require(number, Stage.NOTIFY);
    SecurityIncident incident = incident(number);
    keep(incident, incident.notified(needed, text, time.instant()));
    deadlines.done(incident, Stage.NOTIFY);
  }

  public void newFindings(String number, String reason) {
    SecurityIncident incident = incident(number);
    keep(incident, incident.newFindings(reason));
    deadlines.cancel(incident, Stage.CONTAIN, Stage.NOTIFY);
    deadlines.open(incident, Stage.ASSESS);
  }

  public void resolved(String number) {
    SecurityIncident incident = incident(number);
    keep(incident, incident.resolved(time.instant()));
    deadlines.open(incident, Stage.REVIEW);
  }

  /** Whoever contained it does not review it: {@code security-review} in {@code duties.yaml}. */
  public void reviewed(
      String number,
      String kind,
      String volume,
      String effect,
      String lessons,
      boolean causeLeft,
      boolean improvement) {
    require(number, Stage.REVIEW);
    SecurityIncident incident = incident(number);
    String reviewer = user.actor().id();
    keep(
        incident,
        incident.reviewed(
            new SecurityReview(kind, volume, effect, lessons, causeLeft, improvement, reviewer)));
    deadlines.done(incident, Stage.REVIEW);
  }

  public void closed(String number) {
    close(incident(number), "REVIEWED");
  }

  public void closedAsNoSecurityIncident(String number) {
    close(incident(number), Finding.NO_SECURITY_INCIDENT.name());
  }

  /** Its events become the other one's, and so does it itself. */
  public void grouped(String number) {
    SecurityIncident incident = incident(number);
    String other = incident.assessment().sameAs();
    for (String record : store.events(number)) {
      store.addEvent(other, record, time.instant());
    }
    store.addEvent(other, number, time.instant());
    ledger.write(incident(other).fact("security.eventAdded").with("record", number));
    close(incident, Finding.SAME_AS_ANOTHER.name());
  }

  private void close(SecurityIncident incident, String how) {
    deadlines.cancel(incident, Stage.values());
    keep(incident, incident.closed(time.instant(), how));
    news.closed(incident, restrictions.concerned(incident.number()));
  }

  /** Those who were named in person and may therefore review. */
  public List<String> named(String number) {
    return restrictions.concerned(number).stream()
        .filter(one -> one.startsWith("user:"))
        .map(one -> one.substring("user:".length()))
        .collect(Collectors.toList());
  }

  /** Tells of deadlines that are near or missed. */
  public void tellDue(String number) {
    deadlines.tellDue(incident(number));
  }

  /**
   * A message leaves for another practice, which takes it up in this transaction; until that
   * practice exists it is kept on the record and shown.
   *
   * @param details what was written in the form, by field; nulls are left out
   */
  public void leave(
      String number, String interfaceId, String message, Map<String, String> details) {
    SecurityIncident incident = incident(number);
    Map<String, String> written = new LinkedHashMap<>(details);
    written.values().removeIf(Objects::isNull);
    Optional<String> taken = takers.take(incident, message, written);
    store.leave(new LeftMessage(number, interfaceId, message, time.instant(), taken.orElse(null)));
    ledger.write(
        incident
            .fact("security.messageLeft")
            .with("interface", interfaceId)
            .with("message", message)
            .with("takenUpAs", taken.orElse(null))
            .with("details", Personal.of(new HashMap<>(written))));
  }

  private void keep(SecurityIncident incident, Fact fact) {
    store.save(incident);
    ledger.write(fact);
  }
}
