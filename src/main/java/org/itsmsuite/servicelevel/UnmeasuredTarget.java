package org.itsmsuite.servicelevel;

import java.time.Duration;

/**
 * A target that no clock measures yet, as in agreements with suppliers and internal groups.
 *
 * @param target working time in the calendar
 */
public record UnmeasuredTarget(String requirement, Duration target, String calendar) {}
