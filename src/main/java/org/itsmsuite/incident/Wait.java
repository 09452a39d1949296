package org.itsmsuite.incident;

import java.time.Instant;

/**
 * A wait that goes on.
 *
 * @param reminders how many reminders have gone out
 */
public record Wait(WaitingReason reason, Instant since, int reminders) {}
