package org.itsmsuite.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.itsmsuite.audit.Engagement.Kind;
import org.itsmsuite.catalogue.Catalogue;
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
  private final Catalogue catalogue;
  private final AuditedPractices practices;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  public Engagements(
      EngagementStore store,
      Accounts accounts,
      Duties duties,
      Catalogue catalogue,
      AuditedPractices practices,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.accounts = accounts;
    this.duties = duties;
    this.catalogue = catalogue;
    this.practices = practices;
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
   * @throws Refusal {@code audit.unknown-account}, {@code audit.not-an-auditor}, {@code
   *     audit.own-engagement}, {@code audit.bad-period}, {@code audit.unknown-scope}, {@code
   *     duties.conflict}
   */
  public Engagement give(
      String account, Kind kind, Instant from, Instant until, AuditScope scope, String purpose) {
    checkAccount(account, kind);
    check(from, until, scope);
    var given =
        new Engagement(
            store.nextId(),
            account,
            kind,
            from,
            until,
            scope,
            purpose,
            user.actor().id(),
            now(),
            null,
            null);
    store.add(given);
    ledger.write(
        fact(given, "audit.engagementGiven")
            .with("kind", kind.name())
            .with("purpose", Personal.of(purpose))
            .with("from", from.toString())
            .with("until", until.toString())
            .with("scope", words(scope)));
    return given;
  }

  private void checkAccount(String account, Kind kind) {
    if (account.equals(user.actor().id())) {
      throw Refusal.forbidden("audit.own-engagement", "Nobody gives themselves an engagement.");
    }
    if (!accounts.exists(account)) {
      throw Refusal.invalid("audit.unknown-account", "account", "There is no such account.");
    }
    Set<String> groups = accounts.groupsOf(account);
    if (kind == Kind.INTERNAL && !groups.contains(Groups.AUDITORS)) {
      throw Refusal.invalid(
          "audit.not-an-auditor",
          "account",
          "An internal auditor's account is in the group " + Groups.AUDITORS + ".");
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

  private void check(Instant from, Instant until, AuditScope scope) {
    if (!from.isBefore(until)) {
      throw Refusal.invalid("audit.bad-period", "until", "The end lies after the beginning.");
    }
    if (scope.recordsFrom() != null
        && scope.recordsUntil() != null
        && !scope.recordsFrom().isBefore(scope.recordsUntil())) {
      throw Refusal.invalid(
          "audit.bad-period", "recordsUntil", "The end lies after the beginning.");
    }
    known("practices", scope.practices(), practices.names());
    known(
        "services", scope.services(), catalogue.services().stream().map(one -> one.id()).toList());
    scope.customers().stream()
        .filter(id -> catalogue.customer(id).isEmpty())
        .findFirst()
        .ifPresent(
            id -> {
              throw Refusal.invalid("audit.unknown-scope", "customers", "There is no " + id + ".");
            });
  }

  private static void known(String field, Set<String> named, Collection<String> there) {
    named.stream()
        .filter(id -> !there.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw Refusal.invalid(
                  "audit.unknown-scope", field, "There is no " + id + "; there are " + there + ".");
            });
  }

  /**
   * Sets period and scope anew; account and kind stay.
   *
   * @throws Refusal {@code audit.unknown-engagement}, {@code audit.engagement-over}, {@code
   *     audit.own-engagement}, {@code audit.bad-period}, {@code audit.unknown-scope}
   */
  public Engagement change(long id, Instant from, Instant until, AuditScope scope, String reason) {
    Engagement was = standing(id);
    check(from, until, scope);
    Engagement changed = was.with(from, until, scope);
    store.save(changed);
    ledger.write(
        fact(changed, "audit.engagementChanged")
            .changed("from", was.from().toString(), from.toString())
            .changed("until", was.until().toString(), until.toString())
            .changed("scope", words(was.scope()), words(scope))
            .with("reason", Personal.of(reason)));
    return changed;
  }

  /** Ends it at once. */
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
    Engagement engagement =
        store
            .lock(id)
            .orElseThrow(
                () -> Refusal.notFound("audit.unknown-engagement", "There is no such engagement."));
    if (engagement.account().equals(user.actor().id())) {
      throw Refusal.forbidden("audit.own-engagement", "Nobody changes their own engagement.");
    }
    if (engagement.endedAt() != null) {
      throw Refusal.conflict("audit.engagement-over", "The engagement has been ended already.");
    }
    return engagement;
  }

  private static Fact fact(Engagement engagement, String what) {
    return Fact.of(chain(engagement.id()), what).with("account", Personal.of(engagement.account()));
  }

  private static Map<String, Object> words(AuditScope scope) {
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
}
