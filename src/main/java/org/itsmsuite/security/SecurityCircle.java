package org.itsmsuite.security;

import java.util.List;
import java.util.function.Consumer;
import org.itsmsuite.identity.Absent;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Concerned;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a security incident concerns, as the security team decides. Who may use a verb is decided
 * before it is called.
 */
@Transactional
public class SecurityCircle {

  private final SecurityStore store;
  private final SecurityFlow flow;
  private final Restrictions restrictions;
  private final People people;
  private final Ledger ledger;
  private final SecurityNews news;
  private final Consumer<String> release;

  /**
   * @param release lifts the restriction of an incident, with all that follows for its tasks
   */
  public SecurityCircle(
      SecurityStore store,
      SecurityFlow flow,
      Restrictions restrictions,
      People people,
      Ledger ledger,
      SecurityNews news,
      Consumer<String> release) {
    this.store = store;
    this.flow = flow;
    this.restrictions = restrictions;
    this.people = people;
    this.ledger = ledger;
    this.news = news;
    this.release = release;
  }

  /**
   * From now on the record concerns this person, who is told.
   *
   * @throws Refusal {@code security.unknown-person}, {@code security.already-named}
   */
  public void namePerson(String number, String account) {
    if (people.groupsOf(account).isEmpty()) {
      throw Refusal.invalid(
          "security.unknown-person", "account", "There is no account of that name.");
    }
    SecurityIncident incident =
        name(number, Concerned.user(account), "security.personNamed", Personal.of(account));
    if (incident.run() != null) {
      flow.offerReview(incident.run(), account);
    }
  }

  /**
   * From now on the record concerns this group, which is told.
   *
   * @throws Refusal {@code security.unknown-group}, {@code security.already-named}
   */
  public void nameGroup(String number, String group) {
    if (!Groups.exists(group)) {
      throw Refusal.invalid("security.unknown-group", "group", "There is no group of that name.");
    }
    name(number, Concerned.group(group), "security.groupNamed", group);
  }

  private SecurityIncident name(String number, String concerned, String what, Object who) {
    SecurityIncident incident = locked(number);
    if (restrictions.concerned(number).contains(concerned)) {
      throw Refusal.conflict("security.already-named", number + " concerns them already.");
    }
    restrictions.name(number, concerned);
    ledger.write(incident.fact(what).with("named", who));
    news.concerns(incident, concerned);
    return incident;
  }

  /**
   * The incidents beside it are no longer restricted: whoever may read incidents knows of them
   * again. The security incident itself stays restricted.
   *
   * @throws Refusal {@code security.nothing-restricted}; {@code security.not-assessed} before an
   *     assessment; {@code security.still-handled} while it is handled as a security incident
   */
  public void liftRestriction(String number, String reason) {
    SecurityIncident incident = locked(number);
    List<String> restricted = restrictedBeside(number);
    ;
    if (restricted.isEmpty()) {
      throw Refusal.conflict(
          "security.nothing-restricted", "No incident beside " + number + " is restricted.");
    }
    refuseTooEarly(incident);
    for (String record : restricted) {
      release.accept(record);
      // The reason may tell what the incident's readers are not to know.
      ledger.write(Fact.of(record, "security.restrictionLifted"));
    }
    ledger.write(
        incident
            .fact("security.restrictionLifted")
            .with("incidents", restricted)
            .with("reason", Personal.of(reason)));
  }

  private List<String> restrictedBeside(String number) {
    return store.events(number).stream()
        .filter(record -> !record.startsWith("SEC-"))
        .filter(restrictions::isRestricted)
        .toList();
  }

  private void refuseTooEarly(SecurityIncident incident) {
    SecurityIncident decisive = decisive(incident);
    if (decisive.assessment().finding() == null) {
      throw Refusal.conflict(
          "security.not-assessed",
          decisive.number()
              + " is not assessed yet: the restriction is lifted once it is found to be none.");
    }
    if (!mayBeLifted(decisive)) {
      throw Refusal.conflict(
          "security.still-handled",
          decisive.number()
              + " is handled as a security incident: the restriction is lifted once it is closed,"
              + " or assessed again and found to be none.");
    }
  }

  /** Whether incidents beside it are restricted, and what was found out so far lets that end. */
  @Transactional(readOnly = true)
  public boolean isLiftable(SecurityIncident incident) {
    return mayBeLifted(decisive(incident)) && !restrictedBeside(incident.number()).isEmpty();
  }

  private static boolean mayBeLifted(SecurityIncident decisive) {
    Finding finding = decisive.assessment().finding();
    return finding == Finding.NO_SECURITY_INCIDENT
        || finding != null && !decisive.status().isOpen();
  }

  /** Itself, or the one under which it was grouped. */
  private SecurityIncident decisive(SecurityIncident incident) {
    var assessment = incident.assessment();
    return assessment.finding() == Finding.SAME_AS_ANOTHER
        ? store.find(assessment.sameAs()).map(this::decisive).orElse(incident)
        : incident;
  }

  private SecurityIncident locked(String number) {
    return store.lock(number).orElseThrow(() -> Absent.of(SecurityIncidents.PRACTICE, number));
  }
}
