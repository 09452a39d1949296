package org.itsmsuite.role;

import java.time.Instant;

/**
 * Which holdings to find; what is null does not narrow.
 *
 * @param at held at this moment
 * @param page from 0
 * @param size 1 to 200
 */
public record RoleQuery(String account, String role, Instant at, int page, int size) {}
