package org.itsmsuite.change;

import java.time.Instant;

/**
 * A decision on a change.
 *
 * @param deferredUntil only with {@code DEFERRED}: when it is taken up again; strictly later than
 *     the decision
 * @param by account that decided, or whose vote decided; null where the count of votes did
 * @param tableVersion version of the table that read the votes, such as {@code cab-decision:3};
 *     null where none did
 */
public record Decision(
    Verdict verdict, String reason, Instant deferredUntil, String by, String tableVersion) {

  /** What a released template decided once for all. */
  static Decision byTemplate(TemplateUse template) {
    return new Decision(
        Verdict.APPROVED,
        "Approved in advance by the template " + template.id() + ", version " + template.version(),
        null,
        null,
        null);
  }
}
