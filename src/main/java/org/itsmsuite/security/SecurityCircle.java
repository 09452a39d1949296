package org.itsmsuite.security;

import java.util.List;
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

  public SecurityCircle(
      SecurityStore store,
      SecurityFlow flow,
      Restrictions restrictions,
      People people,
      Ledger ledger,
      SecurityNews news) {
    this.store = store;
    this.flow = flow;
    this.restrictions = restrictions;
    this.people = people;
    this.ledger = ledger;
    this.news = news;
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
   * @throws Refusal {@code security.nothing-restricted}
   */
  public void liftRestriction(String number, String reason) {
    SecurityIncident incident = locked(number);
    List<String> restricted =
        store.events(number).stream()
            .filter(record -> !record.startsWith("SEC-"))
            .filter(restrictions::isRestricted)
            .toList();
    if (restricted.isEmpty()) {
      throw Refusal.conflict(
          "security.nothing-restricted", "No incident beside " + number + " is restricted.");
    }
    for (String record : restricted) {
      restrictions.lift(record);
      // The reason may tell what the incident's readers are not to know.
      ledger.write(Fact.of(record, "security.restrictionLifted"));
    }
    ledger.write(
        incident
            .fact("security.restrictionLifted")
            .with("incidents", restricted)
            .with("reason", Personal.of(reason)));
  }

  private SecurityIncident locked(String number) {
    return store.lock(number).orElseThrow(() -> Absent.of(SecurityIncidents.PRACTICE, number));
  }
}
