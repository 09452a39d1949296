package org.itsmsuite.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerErasure;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases people who are gone: one person asks for it, another approves it, and a pseudonym that
 * nothing leads back from takes the name's place everywhere at once. Evidence stays: the same
 * person has the same pseudonym, two people have two.
 */
@Transactional
public class Erasures {

  /** Most places of free text that are listed. */
  public static final int MOST_MENTIONS = 200;

  private static final String PREFIX = "former-user-";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ErasureStore store;
  private final Traces traces;
  private final LedgerErasure values;
  private final Accounts accounts;
  private final Duties duties;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  Erasures(
      ErasureStore store,
      Traces traces,
      LedgerErasure values,
      Accounts accounts,
      Duties duties,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.traces = traces;
    this.values = values;
    this.accounts = accounts;
    this.duties = duties;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
  }

  /** What would be done; changes nothing. */
  @Transactional(readOnly = true)
  public ErasurePlan plan(String account, List<String> otherNames) {
    requirePerson(account);
    return new ErasurePlan(
        account,
        accounts.exists(account),
        traces.unfinished(account),
        traces.of(account),
        values.count(account),
        values.countUnerasable(account),
        mentions(account, otherNames));
  }

  /**
   * Asks for it.
   *
   * @throws Refusal {@code erasure.account-exists}, {@code erasure.unfinished-work}, {@code
   *     erasure.nothing-to-erase}, {@code erasure.requested-already}
   */
  public Erasure request(String account, List<String> otherNames, String reason) {
    ErasurePlan plan = plan(account, otherNames);
    requirePossible(plan);
    if (plan.namesNobody()) {
      throw Refusal.notFound("erasure.nothing-to-erase", "Nobody of this name is named anywhere.");
    }
    if (store.lockOpen(account).isPresent()) {
      throw Refusal.conflict(
          "erasure.requested-already", "Somebody has asked for this already; approve that.");
    }
    var erasure =
        new Erasure(
            UUID.randomUUID(),
            account,
            otherNames,
            newPseudonym(),
            reason,
            user.actor().id(),
            now(),
            null,
            null);
    store.add(erasure);
    ledger.write(
        Fact.of(erasure.record(), "person.erasureRequested")
            .with("account", Personal.of(account))
            .with("reason", Personal.of(reason)));
    return erasure;
  }

  /**
   * Approves it, and does it.
   *
   * @throws Refusal {@code erasure.not-requested}; {@code duties.conflict}: two people decide what
   *     cannot be undone
   */
  public Erased approve(String account) {
    Erasure erasure = openRequest(account);
    Actor approver = user.actor();
    duties.require(erasure.record(), ErasureDuty.DUTY);
    ErasurePlan plan = plan(account, erasure.otherNames());
    requirePossible(plan);
    Instant now = now();
    store.erased(erasure, approver.id(), now);
    List<Trace> places = traces.replace(account, erasure.pseudonym());
    long erased = values.erase(account, erasure.pseudonym());
    ledger.write(
        Fact.of(erasure.record(), "person.erased")
            .with("pseudonym", erasure.pseudonym())
            .with("places", counts(places))
            .with("ledgerValues", erased)
            .with("placesOfFreeText", plan.mentions().size()));
    return new Erased(erasure.pseudonym(), places, erased, plan.unerasable(), plan.mentions());
  }

  /** Takes a request back, which anybody may who may ask. */
  public void withdraw(String account) {
    Erasure erasure = openRequest(account);
    store.withdrawn(erasure, now());
    ledger.write(Fact.of(erasure.record(), "person.erasureWithdrawn"));
  }

  /** Whether the person who asks may approve this one. */
  @Transactional(readOnly = true)
  public boolean mayApprove(Erasure erasure) {
    return duties.allows(erasure.record(), ErasureDuty.DUTY);
  }

  @Transactional(readOnly = true)
  public List<Erasure> open() {
    return store.open();
  }

  private Erasure openRequest(String account) {
    return store
        .lockOpen(account)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "erasure.not-requested", "Nobody has asked to erase a person of this name."));
  }

  private static void requirePerson(String account) {
    if (account.startsWith(PREFIX)
        || Actor.SYSTEM.id().equals(account)
        || account.equals("anonymous")) {
      throw Refusal.invalid("erasure.no-person", "account", "This is no person's name.");
    }
  }

  private static void requirePossible(ErasurePlan plan) {
    if (plan.hasAccount()) {
      throw Refusal.conflict(
          "erasure.account-exists",
          "There is still an account of this name; remove it first, so that its work goes on.");
    }
    if (!plan.unfinished().isEmpty()) {
      throw Refusal.conflict(
          "erasure.unfinished-work",
          "Not before these have ended: "
              + String.join(
                  ", ",
                  plan.unfinished().stream().map(one -> one.place() + " " + one.count()).toList())
              + ".");
    }
  }

  private List<Mention> mentions(String account, List<String> otherNames) {
    List<String> names = new ArrayList<>(otherNames);
    names.add(account);
    List<Mention> found = new ArrayList<>(traces.mentions(names, MOST_MENTIONS));
    List<LedgerErasure.Mention> inLedger = new ArrayList<>(values.left(account, MOST_MENTIONS));
    otherNames.forEach(name -> inLedger.addAll(values.mentions(name, MOST_MENTIONS)));
    inLedger.forEach(one -> found.add(new Mention("ledger: " + one.field(), one.record())));
    return traces.known(found.stream().distinct().limit(MOST_MENTIONS).toList());
  }

  private static Map<String, Object> counts(List<Trace> places) {
    Map<String, Object> counts = new LinkedHashMap<>();
    places.forEach(one -> counts.put(one.place(), one.count()));
    return counts;
  }

  private String newPseudonym() {
    String pseudonym;
    do {
      byte[] random = new byte[4];
      RANDOM.nextBytes(random);
      pseudonym = PREFIX + HexFormat.of().formatHex(random);
    } while (store.isGiven(pseudonym));
    return pseudonym;
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
