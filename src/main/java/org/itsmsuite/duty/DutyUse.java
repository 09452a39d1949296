package org.itsmsuite.duty;

import java.time.Instant;

/**
 * One person held both duties, as an exception allowed.
 *
 * @param subject number of the record, or the item's name
 */
public record DutyUse(long exception, String duty, String subject, String account, Instant at) {}
