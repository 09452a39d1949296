package org.itsmsuite.change.vote;

import java.time.Instant;

/**
 * What was said about a change in a sitting.
 *
 * @param by account that wrote it down
 */
public record Minute(String change, String said, String by, Instant at) {}
