package org.itsmsuite.identity.directory;

/**
 * A group that counts.
 *
 * @param key Keycloak's own key of the group
 * @param id its name, by which everything else knows it
 * @param path where it stands in Keycloak, from the realm's root
 */
public record DirectoryGroup(String key, String id, String path) {}
