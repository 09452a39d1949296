package org.itsmsuite.identity;

import java.util.Set;

/**
 * A right of a group on something of the engine's, as the access table gives it.
 *
 * @param resource the engine's name of the kind, such as {@code PROCESS_DEFINITION}
 * @param id of the single thing, or {@code *} for all of the kind
 * @param permissions the engine's names, such as {@code READ}
 * @param place where in the access table it stands, for messages
 */
public record EngineGrant(
    String group, String resource, String id, Set<String> permissions, String place) {

  public EngineGrant {
    permissions = Set.copyOf(permissions);
  }
}
