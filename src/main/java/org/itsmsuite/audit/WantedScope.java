package org.itsmsuite.audit;

import org.itsmsuite.audit.Engagement.Kind;
import org.itsmsuite.refusal.Refusal;

/**
 * What an engagement is to reach, as somebody says it: to somebody from outside, nothing said is
 * not everything.
 *
 * @param everything said in so many words
 */
public record WantedScope(AuditScope scope, boolean everything) {

  /**
   * @throws Refusal {@code audit.scope-contradicts}, {@code audit.scope-needed}
   */
  void require(Kind kind) {
    if (everything && !scope.isUnlimited()) {
      throw Refusal.invalid(
          "audit.scope-contradicts",
          "scope",
          "It cannot be both everything and a part of it; leave out one of them.");
    }
    if (kind == Kind.EXTERNAL && scope.isUnlimited() && !everything) {
      throw Refusal.invalid(
          "audit.scope-needed",
          "scope",
          "Say what an auditor from outside may see: practices, services, customers or a time of"
              + " records. If it is to be everything, say so: everything.");
    }
  }
}
