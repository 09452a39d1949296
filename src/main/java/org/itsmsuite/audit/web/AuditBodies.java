package org.itsmsuite.audit.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.audit.Engagement;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.ledger.LedgerPage;

/** What the API and the pages tell of audits. */
final class AuditBodies {

  private AuditBodies() {}

  /**
   * What is left out does not narrow.
   *
   * @param everything whether nothing narrows
   */
  record ScopeBody(
      boolean everything,
      Set<String> practices,
      Set<String> services,
      Set<String> customers,
      Instant recordsFrom,
      Instant recordsUntil) {}

  /**
   * @param until exclusive
   * @param inForce at this moment
   * @param over whether it was in force, or would have been, and never will be again
   */
  record EngagementBody(
      long id,
      String account,
      String kind,
      Instant from,
      Instant until,
      ScopeBody scope,
      String purpose,
      String givenBy,
      Instant givenAt,
      Instant endedAt,
      String endedBy,
      boolean inForce,
      boolean over) {

    static EngagementBody of(Engagement one, boolean inForce, boolean over) {
      var scope = one.scope();
      return new EngagementBody(
          one.id(),
          one.account(),
          one.kind().name(),
          one.from(),
          one.until(),
          new ScopeBody(
              scope.isUnlimited(),
              new TreeSet<>(scope.practices()),
              new TreeSet<>(scope.services()),
              new TreeSet<>(scope.customers()),
              scope.recordsFrom(),
              scope.recordsUntil()),
          one.purpose(),
          one.givenBy(),
          one.givenAt(),
          one.endedAt(),
          one.endedBy(),
          inForce,
          over);
    }
  }

  /** One access, as the ledger has it. */
  record AccessBody(
      Instant at,
      String account,
      String method,
      String address,
      int status,
      String outcome,
      List<?> engagements,
      String chain,
      int position) {

    static AccessBody of(LedgerEntry entry) {
      Map<String, Object> told = entry.after();
      return new AccessBody(
          entry.at(),
          entry.actor(),
          (String) told.get("method"),
          (String) told.get("address"),
          ((Number) told.get("status")).intValue(),
          (String) told.get("outcome"),
          (List<?>) told.get("engagements"),
          entry.record(),
          entry.position());
    }
  }

  /**
   * One page, newest first.
   *
   * @param chain name of the ledger's chain; null if the account has looked at nothing
   */
  record AccessPageBody(
      String account, String chain, List<AccessBody> items, int page, int size, long total) {

    static AccessPageBody of(String account, String chain, LedgerPage page) {
      return new AccessPageBody(
          account,
          chain,
          page.items().stream().map(AccessBody::of).toList(),
          page.page(),
          page.size(),
          page.total());
    }
  }
}
