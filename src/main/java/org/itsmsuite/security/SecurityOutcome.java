package org.itsmsuite.security;

import java.time.Instant;

/**
 * How it ended, so far; times are null before.
 *
 * @param resolution how it was contained and its cause removed
 * @param containedBy account; somebody else reviews it
 * @param notification who outside was told what, or why nobody had to be after all
 */
public record SecurityOutcome(
    String resolution,
    String containedBy,
    Instant containedAt,
    String notification,
    Instant notifiedAt,
    Instant resolvedAt,
    Instant closedAt) {

  static final SecurityOutcome NONE = new SecurityOutcome(null, null, null, null, null, null, null);
}
