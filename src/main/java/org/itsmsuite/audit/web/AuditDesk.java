package org.itsmsuite.audit.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.audit.AuditScope;
import org.itsmsuite.audit.Engagement;
import org.itsmsuite.audit.Engagements;
import org.itsmsuite.audit.Readers;
import org.itsmsuite.audit.WantedScope;
import org.itsmsuite.audit.web.AuditBodies.AccessPageBody;
import org.itsmsuite.audit.web.AuditBodies.EngagementBody;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.ledger.LedgerPage;
import org.itsmsuite.ledger.LedgerQuery;
import org.itsmsuite.ledger.LedgerSearch;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.IdempotencyKeys;
import org.itsmsuite.web.Moments;
import org.itsmsuite.web.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What people and programs ask about audits, as far as the access table lets them. */
@Component
class AuditDesk {

  private final Engagements engagements;
  private final Readers readers;
  private final LedgerSearch ledger;
  private final Access access;
  private final CurrentUser user;
  private final IdempotencyKeys keys;
  private final ZoneId zone;

  AuditDesk(
      Engagements engagements,
      Readers readers,
      LedgerSearch ledger,
      Access access,
      CurrentUser user,
      IdempotencyKeys keys,
      @Value("${itsm.time-zone}") ZoneId zone) {
    this.engagements = engagements;
    this.readers = readers;
    this.ledger = ledger;
    this.access = access;
    this.user = user;
    this.keys = keys;
    this.zone = zone;
  }

  /**
   * What is to be reached, as it was written down.
   *
   * @param everything said in so many words
   */
  record Reach(
      Collection<String> practices,
      Collection<String> services,
      Collection<String> customers,
      String recordsFrom,
      String recordsUntil,
      boolean everything) {

    static final Reach NOT_SAID = new Reach(null, null, null, null, null, false);
  }

  /**
   * An engagement as it was written down.
   *
   * @param reach null: nothing was said of it
   */
  record Written(
      String account, String kind, String from, String until, Reach reach, String purpose) {}

  ZoneId zone() {
    return zone;
  }

  boolean mayEngage() {
    return access.may(user.actor(), "audit.engage") && !isAuditor(user.actor());
  }

  private static boolean isAuditor(Actor actor) {
    return actor.isIn(Groups.AUDITORS) || actor.isIn(Groups.ENGAGED_AUDITORS);
  }

  boolean seesAll() {
    return access.scope(user.actor(), "audit.read").all();
  }

  private void requireEngage() {
    if (!mayEngage()) {
      throw Refusal.forbidden("audit.not-allowed", "Your groups do not permit this.");
    }
  }

  /** All, or one's own. */
  List<EngagementBody> engagements() {
    List<Engagement> found = seesAll() ? engagements.all() : engagements.of(requireAuditor().id());
    return found.stream().map(this::body).toList();
  }

  /**
   * @throws Refusal {@code audit.unknown-engagement}
   */
  EngagementBody engagement(long id) {
    requireEngage();
    return body(engagements.one(id));
  }

  private Actor requireAuditor() {
    Actor actor = user.actor();
    if (!isAuditor(actor)) {
      throw Refusal.forbidden("audit.not-allowed", "Your groups do not permit this.");
    }
    return actor;
  }

  EngagementBody give(Written written) {
    requireEngage();
    var texts = new Texts();
    String account = texts.required("account", written.account(), 255);
    Engagement.Kind kind = kind(texts, written.kind());
    String purpose = texts.requiredLines("purpose", written.purpose(), 2000);
    Instant from = moment(texts, "from", written.from());
    Instant until = moment(texts, "until", written.until());
    if (until == null && (written.until() == null || written.until().isBlank())) {
      texts.wrong("until", "request.missing", "It is required.");
    }
    WantedScope scope = scope(texts, written.reach() == null ? Reach.NOT_SAID : written.reach());
    texts.verify();
    return body(engagements.give(account, kind, from, until, scope, purpose));
  }

  /** The same page sent twice gives one. */
  void giveOnce(String key, Written written) {
    keys.once(
        key,
        user.actor().id(),
        "audit.engagement",
        written,
        () -> String.valueOf(give(written).id()));
  }

  /** What is left out stays as it is. */
  EngagementBody change(long id, Written written, String reason) {
    requireEngage();
    var texts = new Texts();
    Instant from = moment(texts, "from", written.from());
    Instant until = moment(texts, "until", written.until());
    WantedScope scope = written.reach() == null ? null : scope(texts, written.reach());
    String why = texts.requiredLines("reason", reason, 2000);
    texts.verify();
    return body(engagements.change(id, from, until, scope, why));
  }

  EngagementBody end(long id, String reason) {
    requireEngage();
    var texts = new Texts();
    String why = texts.requiredLines("reason", reason, 2000);
    texts.verify();
    return body(engagements.end(id, why));
  }

  private EngagementBody body(Engagement one) {
    return EngagementBody.of(one, engagements.isInForce(one), engagements.isOver(one));
  }

  private Instant moment(Texts texts, String field, String text) {
    return Moments.dateOrInstant(texts, field, text, zone);
  }

  private static Engagement.Kind kind(Texts texts, String text) {
    return Arrays.stream(Engagement.Kind.values())
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseGet(
            () -> {
              texts.wrong("kind", "audit.unknown-kind", "INTERNAL or EXTERNAL is expected.");
              return null;
            });
  }

  private WantedScope scope(Texts texts, Reach reach) {
    return new WantedScope(
        new AuditScope(
            names(reach.practices()),
            names(reach.services()),
            names(reach.customers()),
            moment(texts, "recordsFrom", reach.recordsFrom()),
            moment(texts, "recordsUntil", reach.recordsUntil())),
        reach.everything());
  }

  private static Set<String> names(Collection<String> written) {
    Set<String> names = new TreeSet<>();
    if (written != null) {
      written.stream()
          .filter(one -> one != null && !one.isBlank())
          .map(String::strip)
          .forEach(names::add);
    }
    return names;
  }

  /** Whose accesses can be looked at: everybody's, or one's own. */
  List<String> readers() {
    return seesAll() ? readers.accounts() : List.of(requireAuditor().id());
  }

  /**
   * What an account has looked at, newest first.
   *
   * @param account null for one's own
   * @param from inclusive
   * @param to exclusive
   */
  AccessPageBody accesses(String account, String from, String to, int page, int size) {
    String own = seesAll() ? user.actor().id() : requireAuditor().id();
    String whose = account == null || account.isBlank() ? own : account.strip();
    if (!whose.equals(own) && !seesAll()) {
      throw Refusal.forbidden("audit.not-allowed", "Your groups do not permit this.");
    }
    var texts = new Texts();
    Instant first = moment(texts, "from", from);
    Instant end = moment(texts, "to", to);
    if (page < 0 || page > 1_000_000) {
      texts.wrong("page", "request.out-of-range", "From 0 to 1000000.");
    }
    if (size < 1 || size > 200) {
      texts.wrong("size", "request.out-of-range", "From 1 to 200.");
    }
    texts.verify();
    return readers
        .find(whose)
        .map(chain -> AccessPageBody.of(whose, chain, find(chain, first, end, page, size)))
        .orElseGet(() -> new AccessPageBody(whose, null, List.of(), page, size, 0));
  }

  private LedgerPage find(String chain, Instant from, Instant to, int page, int size) {
    return ledger.find(user.actor(), new LedgerQuery(chain, null, from, to, page, size));
  }
}
