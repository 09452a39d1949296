package org.itsmsuite.role;

import java.time.Instant;

/**
 * One account in one group for a time.
 *
 * @param role id of the group
 * @param from inclusive
 * @param givenBy who put the account there; {@code system} for the suite at its start
 * @param until exclusive; null while it is held
 * @param takenBy null while it is held
 */
public record RoleHolding(
    String account, String role, Instant from, String givenBy, Instant until, String takenBy) {}
