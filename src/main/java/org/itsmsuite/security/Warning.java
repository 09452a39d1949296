package org.itsmsuite.security;

import java.time.Instant;

/**
 * Somebody to be told at a point of a deadline.
 *
 * @param name of the point within its deadline, such as {@code 75%} or {@code +PT4H}
 * @param role {@code group}, {@code group-manager}, {@code assignee} or the id of a group
 * @param breach whether the deadline is missed at this point
 */
public record Warning(
    String record, Stage stage, int round, String name, String role, Instant at, boolean breach) {}
