package org.itsmsuite.identity.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.identity.EngineGrant;
import org.itsmsuite.identity.EngineGrantRows;
import org.itsmsuite.identity.EngineGrantRows.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the engine's authorizations what the access table says. It touches only those it has
 * written itself; one that somebody gave by hand stays as it is.
 */
@Component
class EngineGrants {

  private static final Logger LOG = LoggerFactory.getLogger(EngineGrants.class);
  private static final String FILE = "config/access.yaml";

  private final AuthorizationService authorizations;
  private final EngineGrantRows rows;
  private final TasklistFilters filters;

  EngineGrants(AuthorizationService authorizations, EngineGrantRows rows, TasklistFilters filters) {
    this.authorizations = authorizations;
    this.rows = rows;
    this.filters = filters;
  }

  /** Adds what is new, changes what differs, removes what is no longer granted. */
  void apply(List<EngineGrant> table) {
    var wanted = new LinkedHashMap<Row, Wanted>();
    for (var grant : table) {
      for (var resource : resources(grant)) {
        var id = resource == Resources.FILTER ? filterId(grant) : grant.id();
        wanted.put(
            new Row(grant.group(), resource.name(), id, null),
            new Wanted(resource, permissions(grant, resource)));
      }
    }
    for (var row : rows.all()) {
      if (wanted.get(key(row)) == null) {
        remove(row);
      }
    }
    var ours = rows.all().stream().collect(Collectors.toMap(EngineGrants::key, row -> row));
    wanted.forEach((key, grant) -> write(key, grant, ours));
  }

  private void write(Row key, Wanted wanted, Map<Row, Row> ours) {
    var existing = find(key, wanted.resource());
    var own = ours.get(key);
    if (existing != null && (own == null || !own.authorizationId().equals(existing.getId()))) {
      LOG.warn(
          "{} on {} {} was given by hand and stays as it is.",
          key.group(),
          key.resource(),
          key.id());
      return;
    }
    if (existing == null) {
      existing = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      existing.setGroupId(key.group());
      existing.setResource(wanted.resource());
      existing.setResourceId(key.id());
    } else if (holds(existing, wanted)) {
      return;
    }
    existing.setPermissions(wanted.permissions().toArray(Permission[]::new));
    var saved = authorizations.saveAuthorization(existing);
    if (own != null) {
      rows.remove(own);
    }
    rows.add(new Row(key.group(), key.resource(), key.id(), saved.getId()));
  }

  private void remove(Row row) {
    var authorization =
        authorizations
            .createAuthorizationQuery()
            .authorizationId(row.authorizationId())
            .singleResult();
    if (authorization != null) {
      authorizations.deleteAuthorization(authorization.getId());
    }
    rows.remove(row);
  }

  private Authorization find(Row key, Resources resource) {
    return authorizations
        .createAuthorizationQuery()
        .authorizationType(Authorization.AUTH_TYPE_GRANT)
        .groupIdIn(key.group())
        .resourceType(resource)
        .resourceId(key.id())
        .singleResult();
  }

  private static boolean holds(Authorization authorization, Wanted wanted) {
    var all = ResourceTypeUtil.getPermissionsByResourceType(wanted.resource().resourceType());
    // Each of them by name: the engine also tells "none", which everybody has, and "all" of them.
    var held =
        Arrays.stream(authorization.getPermissions(all))
            .filter(one -> !Set.of("NONE", "ALL").contains(one.getName()))
            .collect(Collectors.toSet());
    var full = wanted.permissions().stream().anyMatch(one -> one.getName().equals("ALL"));
    return full
        ? Arrays.stream(all).allMatch(authorization::isPermissionGranted)
        : held.equals(Set.copyOf(wanted.permissions()));
  }

  private static List<Resources> resources(EngineGrant grant) {
    if (grant.resource().equals("*")) {
      return List.of(Resources.values());
    }
    try {
      return List.of(Resources.valueOf(grant.resource()));
    } catch (IllegalArgumentException e) {
      throw new ContentException(
          "access.unknown-resource",
          FILE,
          grant.place() + ".resource",
          grant.resource() + " is none of " + Arrays.toString(Resources.values()));
    }
  }

  private static List<Permission> permissions(EngineGrant grant, Resources resource) {
    var known = ResourceTypeUtil.getPermissionsByResourceType(resource.resourceType());
    var permissions = new ArrayList<Permission>();
    for (var name : grant.permissions()) {
      permissions.add(
          Arrays.stream(known)
              .filter(one -> one.getName().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new ContentException(
                          "access.unknown-engine-permission",
                          FILE,
                          grant.place() + ".permissions",
                          name + " is none of " + names(known))));
    }
    return permissions;
  }

  private String filterId(EngineGrant grant) {
    return grant.id().equals("*")
        ? "*"
        : filters
            .find(grant.id())
            .orElseThrow(
                () ->
                    new ContentException(
                        "access.unknown-filter",
                        FILE,
                        grant.place() + ".ids",
                        "there is no filter "
                            + grant.id()
                            + "; there are "
                            + TasklistFilters.NAMES));
  }

  private static Row key(Row row) {
    return new Row(row.group(), row.resource(), row.id(), null);
  }

  private static String names(Permission[] permissions) {
    return Arrays.stream(permissions).map(Permission::getName).toList().toString();
  }

  private record Wanted(Resources resource, List<Permission> permissions) {}
}
