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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;

/** Reads {@code config/access.yaml} and says where it is wrong. */
class AccessFile {

  static final String NAME = "config/access.yaml";

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
      permissions.put(id, new Permission(id, kind, Set.copyOf(declared.names())));
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
    if (!value.isArray() || value.isEmpty()) {
      throw wrong("access.wrong-value", place, "a list is expected, such as [own]");
    }
    var allowed = allowed(permission);
    var values = new LinkedHashSet<String>();
    for (var one : value) {
      if (!allowed.contains(one.asText())) {
        throw wrong("access.wrong-value", place, one.asText() + " is none of " + allowed);
      }
      values.add(one.asText());
    }
    return values;
  }

  private static Set<String> allowed(Permission permission) {
    if (permission.kind() == Permission.Kind.NAMES) {
      return permission.names();
    }
    return Arrays.stream(Scope.values())
        .map(scope -> scope.name().toLowerCase(Locale.ROOT))
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

  private record DeclaredPermission(String kind, String meaning, List<String> names) {

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
      List<String> sets, Map<String, JsonNode> may, List<EngineEntry> engine) {

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
