package org.itsmsuite.incident;

/**
 * What a person found at triage.
 *
 * @param duplicateOf number of the other incident; only with {@link Mechanism#DUPLICATE}
 * @param reason why the priority changes, needed for a late downgrade; may be null
 */
public record Triage(
    Mechanism mechanism,
    String category,
    Impact impact,
    Urgency urgency,
    String duplicateOf,
    String reason) {}
