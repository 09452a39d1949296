package org.itsmsuite.identity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;

/** Reads {@code config/access.yaml} and says where it is wrong. */
class AccessFile {

  static final String NAME = "config/access.yaml";
  private static final String ENGINE = "engine.rest";

  private final ContentSource content;
  private final Map<String, Permission> permissions = new LinkedHashMap<>();
  private final Map<String, Map<String, Set<String>>> granted = new LinkedHashMap<>();
  private final Map<String, EngineGrant> grants = new LinkedHashMap<>();

  AccessFile(ContentSource content) {
    this.content = content;
  }

  Access read() {
    var file = parse();
    file.permissions().forEach(this::declare);
    var entries = new LinkedHashSet<>(Groups.ids());
    entries.addAll(Groups.conferred());
    for (var group : entries) {
      if (!file.groups().containsKey(group)) {
        throw wrong("access.group-missing", "groups", "the group " + group + " has no entry");
      }
    }
    file.groups().forEach((group, entry) -> grant(group, entry, file.sets()));
    return new Access(permissions, granted, List.copyOf(grants.values()));
  }

  private void declare(String id, DeclaredPermission declared) {
    var place = "permissions." + id;
    try {
      var kind = Permission.Kind.valueOf(String.valueOf(declared.kind()));
      permissions.put(
          id, new Permission(id, kind, Set.copyOf(declared.names()), declared.outside()));
    } catch (IllegalArgumentException e) {
      throw wrong("access.unknown-kind", place + ".kind", "FLAG, SCOPE or NAMES is expected");
    }
  }

  private void grant(String group, GroupEntry entry, Map<String, Entry> sets) {
    var place = "groups." + group;
    if (!Groups.exists(group) && !Groups.isConferred(group)) {
      throw wrong(
          "access.unknown-group", place, "there is no such group; there are " + Groups.ids());
    }
    granted.put(group, new LinkedHashMap<>());
    for (var name : entry.sets()) {
      var set = sets.get(name);
      if (set == null) {
        throw wrong(
            "access.unknown-set",
            place + ".sets",
            "no set " + name + "; there are " + sets.keySet());
      }
      add(group, set, "sets." + name);
    }
    add(group, new Entry(entry.may(), entry.engine()), place);
    if (entry.outside()) {
      keepOutside(group, place);
    }
    if (hasGrants(group) && !granted.get(group).containsKey(ENGINE)) {
      throw wrong(
          "access.engine-closed",
          place + ".engine",
          "rights in the engine are of no use without the permission " + ENGINE);
    }
  }

  /**
   * Customers, users and suppliers, whatever they are called at home, have no provider's rights.
   */
  private void keepOutside(String group, String place) {
    granted
        .get(group)
        .forEach(
            (id, values) -> {
              if (!permissions.get(id).outside() || values.contains(Scope.ALL.written())) {
                throw wrong(
                    "access.inside-only",
                    place,
                    id + " of every record, or at all, is for the provider's own groups");
              }
            });
    if (hasGrants(group)) {
      throw wrong(
          "access.inside-only", place, "rights in the engine are for the provider's own groups");
    }
  }

  private boolean hasGrants(String group) {
    return grants.values().stream().anyMatch(grant -> grant.group().equals(group));
  }

  private void add(String group, Entry entry, String place) {
    entry
        .may()
        .forEach(
            (id, value) ->
                granted
                    .get(group)
                    .computeIfAbsent(id, any -> new LinkedHashSet<>())
                    .addAll(values(id, value, place + ".may." + id)));
    for (int i = 0; i < entry.engine().size(); i++) {
      addEngine(group, entry.engine().get(i), place + ".engine[" + i + "]");
    }
  }

  private Set<String> values(String id, JsonNode value, String place) {
    var permission = permissions.get(id);
    if (permission == null) {
      throw wrong("access.unknown-permission", place, "it is not declared under permissions");
    }
    if (permission.kind() == Permission.Kind.FLAG) {
      if (!value.isBoolean() || !value.booleanValue()) {
        throw wrong("access.wrong-value", place, "true is expected; leave it out to deny");
      }
      return Set.of("true");
    }
    return permission.kind() == Permission.Kind.SCOPE
        ? listed(value, scopes(), place)
        : scopedNames(permission, value, place);
  }

  /** Names for all records one may know of, or for each scope of its own. */
  private static Set<String> scopedNames(Permission permission, JsonNode value, String place) {
    var values = new LinkedHashSet<String>();
    if (!value.isObject()) {
      listed(value, permission.names(), place)
          .forEach(name -> values.add(ScopedName.of(Scope.ALL, name)));
      return values;
    }
    value
        .fields()
        .forEachRemaining(
            entry -> {
              var at = place + "." + entry.getKey();
              if (!scopes().contains(entry.getKey())) {
                throw wrong("access.wrong-value", at, entry.getKey() + " is none of " + scopes());
              }
              listed(entry.getValue(), permission.names(), at)
                  .forEach(name -> values.add(ScopedName.of(Scope.of(entry.getKey()), name)));
            });
    return values;
  }

  private static Set<String> listed(JsonNode value, Set<String> allowed, String place) {
    if (!value.isArray() || value.isEmpty()) {
      throw wrong("access.wrong-value", place, "a list is expected, such as " + allowed);
    }
    var values = new LinkedHashSet<String>();
    for (var one : value) {
      if (!allowed.contains(one.asText())) {
        throw wrong("access.wrong-value", place, one.asText() + " is none of " + allowed);
      }
      values.add(one.asText());
    }
    return values;
  }

  private static Set<String> scopes() {
    return Arrays.stream(Scope.values())
        .map(Scope::written)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void addEngine(String group, EngineEntry entry, String place) {
    if (entry.resource() == null || entry.ids().isEmpty() || entry.permissions().isEmpty()) {
      throw wrong("access.wrong-value", place, "resource, ids and permissions are expected");
    }
    for (var id : entry.ids()) {
      var key = group + "/" + entry.resource() + "/" + id;
      var before = grants.get(key);
      var all = new LinkedHashSet<>(entry.permissions());
      if (before != null) {
        all.addAll(before.permissions());
      }
      grants.put(key, new EngineGrant(group, entry.resource(), id, all, place));
    }
  }

  private Table parse() {
    var mapper =
        YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    try {
      return mapper.readValue(content.read(NAME), Table.class);
    } catch (UnrecognizedPropertyException e) {
      throw wrong(
          "access.unknown-key",
          at(e),
          e.getPropertyName() + " is none of " + e.getKnownPropertyIds());
    } catch (MismatchedInputException e) {
      throw wrong("access.unreadable", at(e), "another kind of value is expected here");
    } catch (JsonProcessingException e) {
      throw wrong("access.unreadable", at(e), e.getOriginalMessage());
    } catch (IOException e) {
      throw wrong("access.unreadable", "the file", e.getMessage());
    }
  }

  private static String at(JsonProcessingException e) {
    var location = e.getLocation();
    return location == null
        ? "the file"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static ContentException wrong(String key, String place, String reason) {
    return new ContentException(key, NAME, place, reason);
  }

  private record Table(
      Map<String, DeclaredPermission> permissions,
      Map<String, Entry> sets,
      Map<String, GroupEntry> groups) {

    Table {
      permissions = permissions == null ? Map.of() : permissions;
      sets = sets == null ? Map.of() : sets;
      groups = groups == null ? Map.of() : groups;
    }
  }

  private record DeclaredPermission(
      String kind, String meaning, List<String> names, boolean outside) {

    DeclaredPermission {
      names = names == null ? List.of() : names;
    }
  }

  private record Entry(Map<String, JsonNode> may, List<EngineEntry> engine) {

    Entry {
      may = may == null ? Map.of() : may;
      engine = engine == null ? List.of() : engine;
    }
  }

  private record GroupEntry(
      boolean outside, List<String> sets, Map<String, JsonNode> may, List<EngineEntry> engine) {

    GroupEntry {
      sets = sets == null ? List.of() : sets;
      may = may == null ? Map.of() : may;
      engine = engine == null ? List.of() : engine;
    }
  }

  private record EngineEntry(String resource, List<String> ids, List<String> permissions) {

    EngineEntry {
      ids = ids == null ? List.of() : ids;
      permissions = permissions == null ? List.of() : permissions;
    }
  }
}
