package org.itsmsuite.deputy;

import java.time.Instant;

/**
 * What somebody enters; see {@link Absence}.
 *
 * @param account null for the one who enters it
 */
public record NewAbsence(
    String account, String group, String deputy, Instant from, Instant until, String reason) {}
