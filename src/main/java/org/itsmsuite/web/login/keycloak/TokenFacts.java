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
 * @param forUs whether it is meant for the client that people log in by, too: only then Keycloak
 *     tells that client whether it still counts
 * @param claims values of those that modules read
 */
record TokenFacts(
    String account,
    Set<String> groups,
    String session,
    String id,
    Instant expiresAt,
    boolean forUs,
    Map<String, Set<String>> claims) {}
