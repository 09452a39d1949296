package org.itsmsuite.role;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down who gets and loses which role, in the transaction that changes it. The fact of a
 * single change is written where the engine carries it out; here only what nobody saw happen.
 */
@Component
public class RoleHistory {

  /** The chain of the ledger that says who was in which group. */
  public static final String CHAIN = "identity";

  private final RoleStore store;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock clock;

  RoleHistory(RoleStore store, CurrentUser user, Ledger ledger, Clock clock) {
    this.store = store;
    this.user = user;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The account is in the group from now on. */
  @Transactional
  public void given(String account, String role) {
    given(account, role, user.actor());
  }

  private void given(String account, String role, Actor by) {
    if (!store.heldBy(account).contains(role)) {
      store.give(account, role, now(), by.id());
    }
  }

  /** The account is in the group no more. */
  @Transactional
  public void taken(String account, String role) {
    store.take(account, role, now(), user.actor().id());
  }

  /** The account is gone, and with it all it held. */
  @Transactional
  public void gone(String account) {
    store.heldBy(account).forEach(role -> taken(account, role));
  }

  /** The group is gone, and with it everybody who was in it. */
  @Transactional
  public void ended(String role) {
    store.holdersOf(role).forEach(account -> taken(account, role));
  }

  /**
   * The account was found to be in these groups: told by an identity provider at a log-in, or by
   * the engine at the start. What differs from what is known is written down, with a fact.
   */
  @Transactional
  public void found(String account, Set<String> roles) {
    var before = new TreeSet<>(store.heldBy(account));
    if (before.equals(roles)) {
      return;
    }
    ledger.write(
        Fact.of(CHAIN, "identity.rolesFound")
            .with("account", Personal.of(account))
            .changed("groups", before.stream().toList(), roles.stream().sorted().toList()));
    // From here on the end of the chain is ours: whoever found the same at the same time has
    // written it down, or waits. So what is held is asked again before it is given.
    UnitOfWork.flushAll();
    roles.stream()
        .filter(role -> !before.contains(role))
        .forEach(role -> given(account, role, Actor.SYSTEM));
    before.stream()
        .filter(role -> !roles.contains(role))
        .forEach(role -> store.take(account, role, now(), Actor.SYSTEM.id()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
