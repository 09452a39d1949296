package org.itsmsuite.web.login.keycloak;

import java.time.Instant;
import java.util.Set;

/**
 * What a checked access token says.
 *
 * @param account the account's name
 * @param session Keycloak's session behind it; null for a program of its own
 * @param id the token's own
 */
record TokenFacts(
    String account, Set<String> groups, String session, String id, Instant expiresAt) {}
