package org.itsmsuite.incident.major;

import java.time.Instant;

/**
 * Word that was given to those concerned.
 *
 * @param count how often word was given so far, this one included
 */
public record Word(int count, Instant at, String text) {}
