package org.itsmsuite.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.itsmsuite.audit.Engagement.Kind;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.refusal.Refusal;

/** Whether an engagement can be for this time and reach this; asked while nobody else gives one. */
final class EngagementCheck {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final EngagementStore store;
  private final Catalogue catalogue;
  private final AuditedPractices practices;
  private final Duration longest;
  private final ZoneId zone;

  EngagementCheck(
      EngagementStore store,
      Catalogue catalogue,
      AuditedPractices practices,
      Duration longest,
      ZoneId zone) {
    this.store = store;
    this.catalogue = catalogue;
    this.practices = practices;
    this.longest = longest;
    this.zone = zone;
  }

  /**
   * @throws Refusal {@code audit.bad-period}, {@code audit.period-over}, {@code
   *     audit.period-too-long}
   */
  void period(Instant from, Instant until, Instant now) {
    inOrder(from, until, "until");
    if (!now.isBefore(until)) {
      throw Refusal.invalid(
          "audit.period-over",
          "until",
          "It would be over already: the end must lie ahead of this moment.");
    }
    if (until.isAfter(now.plus(longest))) {
      throw Refusal.invalid(
          "audit.period-too-long",
          "until",
          "An engagement ends within %d days from now at the latest (before %s); choose an earlier end, and give another one then."
              .formatted(longest.toDays(), text(now.plus(longest))));
    }
  }

  private static void inOrder(Instant from, Instant until, String field) {
    if (from != null && until != null && !from.isBefore(until)) {
      throw Refusal.invalid("audit.bad-period", field, "The end must lie after the beginning.");
    }
  }

  /**
   * @throws Refusal {@code audit.scope-*}, {@code audit.bad-period}, {@code audit.unknown-scope}
   */
  void scope(Kind kind, WantedScope wanted) {
    wanted.require(kind);
    AuditScope scope = wanted.scope();
    inOrder(scope.recordsFrom(), scope.recordsUntil(), "recordsUntil");
    known("practices", scope.practices(), practices.names());
    known(
        "services", scope.services(), catalogue.services().stream().map(one -> one.id()).toList());
    scope.customers().stream()
        .filter(id -> catalogue.customer(id).isEmpty())
        .findFirst()
        .ifPresent(
            id -> {
              throw Refusal.invalid(
                  "audit.unknown-scope",
                  "customers",
                  "There is no customer " + Quoted.text(id) + ".");
            });
  }

  private static void known(String field, Set<String> named, Collection<String> there) {
    named.stream()
        .filter(id -> !there.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw Refusal.invalid(
                  "audit.unknown-scope",
                  field,
                  "%s is none of the %s: %s."
                      .formatted(Quoted.text(id), field, String.join(", ", there)));
            });
  }

  /**
   * One at a time: of two, one that is ended would leave the other in force unseen.
   *
   * @throws Refusal {@code audit.overlaps}
   */
  void alone(Engagement wanted) {
    store.of(wanted.account()).stream()
        .filter(other -> other.id() != wanted.id() && other.overlaps(wanted))
        .findFirst()
        .ifPresent(
            other -> {
              throw Refusal.conflict(
                  "audit.overlaps",
                  "Engagement no. %d of the same auditor reaches from %s until before %s (%s). Change or end that one, or choose a time outside of it."
                      .formatted(other.id(), text(other.from()), text(other.end()), zone));
            });
  }

  private String text(Instant moment) {
    return TIME.format(moment.atZone(zone));
  }
}
