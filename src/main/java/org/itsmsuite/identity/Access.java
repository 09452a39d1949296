package org.itsmsuite.identity;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmsuite.content.ContentSource;

/**
 * Who may do what: the one table, read from {@code config/access.yaml}. The suite itself may do
 * everything; a person may do what at least one of their groups may.
 */
public final class Access {

  private final Map<String, Permission> permissions;
  private final Map<String, Map<String, Set<String>>> granted;
  private final List<EngineGrant> engineGrants;

  /**
   * @param granted group to permission to values: {@code true}, scopes, or {@link ScopedName}s
   */
  Access(
      Map<String, Permission> permissions,
      Map<String, Map<String, Set<String>>> granted,
      List<EngineGrant> engineGrants) {
    this.permissions = permissions;
    this.granted = granted;
    this.engineGrants = List.copyOf(engineGrants);
  }

  /**
   * Reads and checks the table.
   *
   * @throws org.itsmsuite.content.ContentException for an unknown group, permission, scope or name
   */
  public static Access read(ContentSource content) {
    return new AccessFile(content).read();
  }

  /**
   * Whether there is such a permission.
   *
   * @param name one of the permission's names, or null
   */
  public boolean declares(String permission, String name) {
    var found = permissions.get(permission);
    return found != null && (name == null || found.names().contains(name));
  }

  /**
   * Whether the actor has the permission at all: granted, in any scope, with any name.
   *
   * @throws IllegalArgumentException if the table declares no such permission
   */
  public boolean may(Actor actor, String permission) {
    return !actor.isPerson() || !values(actor, declared(permission)).isEmpty();
  }

  /**
   * Whether the actor has the permission for this name, such as {@code incident.act} for {@code
   * resume}.
   */
  public boolean may(Actor actor, String permission, String name) {
    return names(actor, permission).contains(name);
  }

  /** What the actor may name for a permission, on whatever records. */
  public Set<String> names(Actor actor, String permission) {
    var declared = declared(permission);
    return actor.isPerson()
        ? values(actor, declared).stream().map(ScopedName::nameOf).collect(Collectors.toSet())
        : declared.names();
  }

  /**
   * On whose records the actor has the permission for this name; all of them means: all that the
   * actor may know of.
   */
  public Scopes scope(Actor actor, String permission, String name) {
    var declared = declared(permission);
    return !actor.isPerson()
        ? new Scopes(EnumSet.of(Scope.ALL))
        : new Scopes(
            values(actor, declared).stream()
                .filter(value -> ScopedName.nameOf(value).equals(name))
                .map(ScopedName::scopeOf)
                .collect(Collectors.toSet()));
  }

  /** How far a permission reaches for the actor. */
  public Scopes scope(Actor actor, String permission) {
    var declared = declared(permission);
    if (!actor.isPerson()) {
      return new Scopes(EnumSet.of(Scope.ALL));
    }
    return new Scopes(values(actor, declared).stream().map(Scope::of).collect(Collectors.toSet()));
  }

  /** What each group may do in the engine's own web applications and REST API. */
  public List<EngineGrant> engineGrants() {
    return engineGrants;
  }

  private Permission declared(String id) {
    var permission = permissions.get(id);
    if (permission == null) {
      throw new IllegalArgumentException(AccessFile.NAME + " declares no permission " + id);
    }
    return permission;
  }

  private Set<String> values(Actor actor, Permission permission) {
    var values = new LinkedHashSet<String>();
    for (var group : actor.groups()) {
      values.addAll(granted.getOrDefault(group, Map.of()).getOrDefault(permission.id(), Set.of()));
    }
    return values;
  }
}
