package org.itsmsuite.incident.major;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That an incident is a major incident.
 *
 * @param by account; {@code system} where the criteria declared it without a person
 * @param reason the criteria's own, or the person's
 * @param agreedWith customer the criteria were agreed with, as it stood in the table; null where
 *     there is no agreement
 * @param agreedOn day of that agreement, or null
 */
public record Declaration(
    Instant at, String by, How how, String reason, String agreedWith, LocalDate agreedOn) {}
