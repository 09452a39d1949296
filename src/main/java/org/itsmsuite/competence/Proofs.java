package org.itsmsuite.competence;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.itsmsuite.competence.ProofStore.Page;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.springframework.transaction.annotation.Transactional;

/** Enters and withdraws proofs. Who may do so is decided before it is called. */
public class Proofs {

  private final ProofStore store;
  private final CompetenceRegister register;
  private final Accounts accounts;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  Proofs(
      ProofStore store,
      CompetenceRegister register,
      Accounts accounts,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.register = register;
    this.accounts = accounts;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * @param from inclusive; null for now
   * @param until exclusive; null for no end
   * @throws Refusal {@code competence.own-proof}, {@code competence.unknown-skill}, {@code
   *     competence.unknown-account}, {@code competence.bad-period}, {@code
   *     competence.proven-already}
   */
  @Transactional
  public Proof enter(String account, String skill, Instant from, Instant until, String evidence) {
    requireAnother(account);
    if (register.find(skill).isEmpty()) {
      throw Refusal.invalid(
          "competence.unknown-skill", "skill", "There is no such skill; see /competences.");
    }
    if (!accounts.exists(account)) {
      throw Refusal.invalid(
          "competence.unknown-account", "account", "There is no account of exactly this name.");
    }
    store.lockEntry();
    Instant now = now();
    Instant begins = from == null ? now : from;
    if (until != null && !begins.isBefore(until)) {
      throw Refusal.invalid(
          "competence.bad-period", "until", "The end must lie after the beginning.");
    }
    var proof =
        new Proof(
            UUID.randomUUID(),
            account,
            skill,
            begins,
            until,
            evidence,
            user.actor().id(),
            now,
            null,
            null,
            null);
    requireNew(proof, now);
    store.add(proof);
    ledger.write(
        Fact.of(proof.chain(), "competence.proofEntered")
            .with("account", Personal.of(account))
            .with("skill", skill)
            .with("from", begins.toString())
            .with("until", until == null ? null : until.toString())
            .with("evidence", Personal.of(evidence)));
    return proof;
  }

  private void requireNew(Proof wanted, Instant now) {
    store.standing(wanted.account(), wanted.skill(), now).stream()
        .filter(one -> one.saysAllOf(wanted))
        .findFirst()
        .ifPresent(
            one -> {
              throw Refusal.conflict(
                  "competence.proven-already",
                  "The same proof was entered by %s at %s and stands; withdraw that one, or say what else proves it."
                      .formatted(one.enteredBy(), one.enteredAt()));
            });
  }

  /**
   * It proves nothing from now on; what it proved before stays.
   *
   * @throws Refusal {@code competence.no-such-proof}, {@code competence.own-proof}, {@code
   *     competence.withdrawn-already}
   */
  @Transactional
  public void withdraw(UUID id, String why) {
    Proof proof =
        store
            .lock(id)
            .orElseThrow(
                () -> Refusal.notFound("competence.no-such-proof", "There is no such proof."));
    requireAnother(proof.account());
    if (proof.withdrawnAt() != null) {
      throw Refusal.conflict("competence.withdrawn-already", "It has been withdrawn already.");
    }
    Proof withdrawn = proof.withdrawn(user.actor().id(), now(), why);
    store.withdraw(withdrawn);
    ledger.write(
        Fact.of(proof.chain(), "competence.proofWithdrawn")
            .with("account", Personal.of(proof.account()))
            .with("skill", proof.skill())
            .with("reason", Personal.of(why)));
  }

  /**
   * @param account only this one's; null for all
   * @param at only what was in force then; null for all there are
   */
  @Transactional(readOnly = true)
  public Page find(String account, Instant at, int page, int size) {
    return store.find(account, at, page, size);
  }

  private void requireAnother(String account) {
    if (account.equalsIgnoreCase(user.actor().id())) {
      throw Refusal.forbidden(
          "competence.own-proof",
          "Nobody proves their own competence: somebody else who may enters or withdraws it.");
    }
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
