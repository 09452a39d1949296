package org.itsmsuite.security;

/**
 * What was found out about it, so far.
 *
 * @param found what the person who assessed it says; null before
 * @param finding what the promotion table makes of that; null before
 * @param reason why it is none, or belongs to another; may be null
 * @param sameAs number of the security incident it belongs to, or null
 * @param notifyOutside whether an authority or those affected must be told
 * @param whyNotNotified why nobody must be told although data about people is affected; may be null
 * @param risk security risk as the priority table gives it; null before
 * @param priority as the table gives it; null before
 */
public record SecurityAssessment(
    Finding found,
    Finding finding,
    String reason,
    String sameAs,
    Threat threat,
    boolean notifyOutside,
    String whyNotNotified,
    String risk,
    String priority) {

  static final SecurityAssessment NONE =
      new SecurityAssessment(null, null, null, null, Threat.UNKNOWN, false, null, null, null);

  SecurityAssessment found(Finding made) {
    return new SecurityAssessment(
        found, made, reason, sameAs, threat, notifyOutside, whyNotNotified, risk, priority);
  }

  SecurityAssessment prioritised(String newRisk, String newPriority) {
    return new SecurityAssessment(
        found,
        finding,
        reason,
        sameAs,
        threat,
        notifyOutside,
        whyNotNotified,
        newRisk,
        newPriority);
  }
}
