package org.itsmsuite.incident;

/**
 * What triage and the tables made of it.
 *
 * @param priority as the released table gives it; null before the first decision
 * @param triaged whether a person has looked at it
 * @param duplicateOf number of the other incident, or null
 */
public record Assessment(
    Mechanism mechanism,
    String category,
    Impact impact,
    Urgency urgency,
    String priority,
    boolean triaged,
    String duplicateOf) {}
