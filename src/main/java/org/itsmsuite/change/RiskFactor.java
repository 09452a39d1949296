package org.itsmsuite.change;

/**
 * One reason for a risk score: a rule of the table {@code change-risk} that matched.
 *
 * @param factor what was looked at, such as {@code criticality}
 * @param value what it was
 * @param points what it adds to the score; may be negative
 * @param why the rule's words
 */
public record RiskFactor(String factor, String value, int points, String why) {}
