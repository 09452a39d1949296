package org.itsmsuite.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.itsmsuite.audit.Engagement.Kind;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives, changes and ends engagements; each is a fact. Who may is decided before it is called;
 * nobody does it for themselves.
 */
@Transactional
public class Engagements {

  private final EngagementStore store;
  private final Accounts accounts;
  private final Duties duties;
  private final EngagementCheck check;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  Engagements(
      EngagementStore store,
      Accounts accounts,
      Duties duties,
      EngagementCheck check,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.accounts = accounts;
    this.duties = duties;
    this.check = check;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Name of the chain that tells of an engagement. */
  static String chain(long id) {
    return "audit-engagement:" + id;
  }

  /**
   * @param from inclusive; null for now
   * @param until exclusive
   * @throws Refusal {@code audit.unknown-account}, {@code audit.not-an-auditor}, {@code
   *     audit.own-engagement}, {@code audit.bad-period}, {@code audit.period-over}, {@code
   *     audit.period-too-long}, {@code audit.overlaps}, {@code audit.scope-needed}, {@code
   *     audit.scope-contradicts}, {@code audit.unknown-scope}, {@code duties.conflict}
   */
  public Engagement give(
      String account, Kind kind, Instant from, Instant until, WantedScope wanted, String purpose) {
    Instant now = now();
    Instant begins = from == null ? now : from;
    AuditScope scope = wanted.scope();
    check.period(begins, until, now);
    check.scope(kind, wanted);
    checkAccount(account, kind);
    store.lockAll();
    var given =
        new Engagement(
            store.nextId(),
            account,
            kind,
            begins,
            until,
            scope,
            purpose,
            user.actor().id(),
            now,
            null,
            null);
    check.alone(given);
    store.add(given);
    ledger.write(
        fact(given, "audit.engagementGiven")
            .with("kind", kind.name())
            .with("purpose", Personal.of(purpose))
            .with("from", begins.toString())
            .with("until", until.toString())
            .with("scope", words(scope)));
    return given;
  }

  private void checkAccount(String account, Kind kind) {
    if (account.equalsIgnoreCase(user.actor().id())) {
      throw Refusal.forbidden("audit.own-engagement", "Nobody gives themselves an engagement.");
    }
    if (!accounts.exists(account)) {
      throw Refusal.invalid(
          "audit.unknown-account", "account", "There is no account of exactly this name.");
    }
    Set<String> groups = accounts.groupsOf(account);
    if (kind == Kind.INTERNAL && !groups.contains(Groups.AUDITORS)) {
      throw Refusal.invalid(
          "audit.not-an-auditor",
          "account",
          "An internal auditor's account must be in the group "
              + Groups.AUDITORS
              + ", and this one is not.");
    }
    var together = new TreeSet<>(groups);
    together.add(Groups.ENGAGED_AUDITORS);
    duties
        .conflictsOfGroups(account, together)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  /**
   * Sets period and scope anew; account and kind stay.
   *
   * @param from null: as it is, as the others are
   * @throws Refusal {@code audit.unknown-engagement}, {@code audit.engagement-over}, {@code
   *     audit.own-engagement}, and those of {@link #give} about time and scope
   */
  public Engagement change(
      long id, Instant from, Instant until, WantedScope wanted, String reason) {
    store.lockAll();
    Engagement was = standing(id);
    Engagement changed =
        was.with(
            from == null ? was.from() : from,
            until == null ? was.until() : until,
            wanted == null ? was.scope() : wanted.scope());
    check.period(changed.from(), changed.until(), now());
    if (wanted != null) {
      check.scope(was.kind(), wanted);
    }
    check.alone(changed);
    store.save(changed);
    ledger.write(
        fact(changed, "audit.engagementChanged")
            .changed("from", was.from().toString(), changed.from().toString())
            .changed("until", was.until().toString(), changed.until().toString())
            .changed("scope", words(was.scope()), words(changed.scope()))
            .with("reason", Personal.of(reason)));
    return changed;
  }

  /**
   * Ends it at once.
   *
   * @throws Refusal {@code audit.unknown-engagement}, {@code audit.engagement-over}, {@code
   *     audit.own-engagement}
   */
  public Engagement end(long id, String reason) {
    Engagement ended = standing(id).ended(now(), user.actor().id());
    store.save(ended);
    ledger.write(
        fact(ended, "audit.engagementEnded")
            .with("endedAt", ended.endedAt().toString())
            .with("reason", Personal.of(reason)));
    return ended;
  }

  private Engagement standing(long id) {
    Engagement engagement = one(id);
    if (engagement.account().equalsIgnoreCase(user.actor().id())) {
      throw Refusal.forbidden("audit.own-engagement", "Nobody changes their own engagement.");
    }
    if (!now().isBefore(engagement.end())) {
      throw Refusal.conflict(
          "audit.engagement-over", "The engagement is over already; give a new one instead.");
    }
    return engagement;
  }

  /**
   * Keeps others from changing it until the caller's transaction ends.
   *
   * @throws Refusal {@code audit.unknown-engagement}
   */
  public Engagement one(long id) {
    return store
        .lock(id)
        .orElseThrow(
            () -> Refusal.notFound("audit.unknown-engagement", "There is no such engagement."));
  }

  private static Fact fact(Engagement engagement, String what) {
    return Fact.of(chain(engagement.id()), what).with("account", Personal.of(engagement.account()));
  }

  private static Map<String, Object> words(AuditScope scope) {
    if (scope.isUnlimited()) {
      return Map.of("everything", true);
    }
    var words = new TreeMap<String, Object>();
    words.put("practices", List.copyOf(new TreeSet<>(scope.practices())));
    words.put("services", List.copyOf(new TreeSet<>(scope.services())));
    words.put("customers", List.copyOf(new TreeSet<>(scope.customers())));
    words.put("recordsFrom", text(scope.recordsFrom()));
    words.put("recordsUntil", text(scope.recordsUntil()));
    return words;
  }

  private static String text(Instant moment) {
    return moment == null ? null : moment.toString();
  }

  /** Every engagement there ever was, the newest first. */
  @Transactional(readOnly = true)
  public List<Engagement> all() {
    return store.all();
  }

  @Transactional(readOnly = true)
  public List<Engagement> of(String account) {
    return store.of(account);
  }

  public boolean isInForce(Engagement engagement) {
    return engagement.isInForce(now());
  }

  /** Whether it can still be changed or ended. */
  public boolean isOver(Engagement engagement) {
    return !now().isBefore(engagement.end());
  }
}
