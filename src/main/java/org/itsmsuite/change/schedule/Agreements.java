package org.itsmsuite.change.schedule;

import java.time.Clock;
import java.util.List;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Moment;
import org.itsmsuite.change.WindowAgreements;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Restrictions;

/** Who answers for what about the windows of changes. Joins the transaction of the step. */
public class Agreements implements WindowAgreements {

  private final ScheduleChecks checks;
  private final WindowRules rules;
  private final AgreementStore store;
  private final Restrictions restrictions;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  Agreements(
      ScheduleChecks checks,
      WindowRules rules,
      AgreementStore store,
      Restrictions restrictions,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    this.checks = checks;
    this.rules = rules;
    this.store = store;
    this.restrictions = restrictions;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
  }

  /** Covers what stands against it when it gets its place; leave in a freeze is another matter. */
  @Override
  public void agreed(Change change, String why) {
    checks.found(change).stream()
        .filter(one -> one.found().kind() != FindingKind.FREEZE && !one.found().agreed())
        .filter(one -> rules.severity(change, Moment.SCHEDULING, one.found()).isPresent())
        .forEach(one -> keep(change, one, why));
  }

  /** Whether an emergency lies in a freeze for which nobody has given leave yet (W07). */
  public boolean needsLeave(Change change) {
    return change.rfc().emergencyReason() != null && !checks.freezesNotAgreed(change).isEmpty();
  }

  /**
   * Gives leave to carry an emergency out in the freezes that its window lies in.
   *
   * @throws Refusal {@code schedule.no-freeze} if there is none any more
   */
  public void leaveGiven(Change change, String why) {
    List<ScheduleChecks.Raw> frozen =
        checks.found(change).stream()
            .filter(one -> one.found().kind() == FindingKind.FREEZE && !one.found().agreed())
            .toList();
    if (frozen.isEmpty()) {
      throw Refusal.conflict(
          "schedule.no-freeze", "No freeze holds in the window of " + change.number() + ".");
    }
    frozen.forEach(one -> keep(change, one, why));
  }

  private void keep(Change change, ScheduleChecks.Raw one, String why) {
    var agreement =
        new Agreement(
            change.number(),
            one.found().kind(),
            one.about(),
            one.span(),
            user.actor().id(),
            why,
            time.instant());
    store.add(agreement);
    ledger.write(
        change
            .fact("change.windowAgreed")
            .with("kind", agreement.kind().name())
            .with("freeze", agreement.kind() == FindingKind.FREEZE ? agreement.about() : null)
            .with("other", one.otherNumber())
            .with("from", agreement.span().from())
            .with("to", agreement.span().to())
            .with("by", Personal.of(agreement.by()))
            .with("why", Personal.of(why)));
  }

  /** Those of the change, the oldest first; without what whoever reads may not know of. */
  public List<Agreement> of(String change) {
    List<Agreement> own =
        store.concerning(change).stream().filter(one -> one.change().equals(change)).toList();
    return restrictions.knownTo(user.actor(), own, Agreement::about);
  }
}
