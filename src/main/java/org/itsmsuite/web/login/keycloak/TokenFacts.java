package org.itsmsuite.web.login.keycloak;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What a checked access token says.
 *
 * @param account the account's name
 * @param session Keycloak's session behind it; null for a program of its own
 * @param id the token's own
 * @param claims values of those that modules read
 */
record TokenFacts(
    String account,
    Set<String> groups,
    String session,
    String id,
    Instant expiresAt,
    Map<String, Set<String>> claims) {}
