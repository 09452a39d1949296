package org.itsmsuite.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.YamlFile;
import org.itsmsuite.identity.AddressNeed.Kind;

/** Reads {@code config/addresses.yaml} and says where it is wrong. */
class AddressFile {

  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
  private static final Pattern ADDRESS =
      Pattern.compile("/|(/([A-Za-z0-9._-]+|\\{[A-Za-z][A-Za-z0-9]*}))+(/|/\\*\\*)?");
  private static final String RULE = "records";
  private static final String WHEN = "when";

  private final YamlFile file;
  private final Access access;
  private final Predicate<String> profile;
  private final List<AddressLine> lines = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private Map<String, String> rules = Map.of();

  AddressFile(ContentSource content, Access access, Predicate<String> profile) {
    this.file = YamlFile.of(content, PermittedAddresses.FILE);
    this.access = access;
    this.profile = profile;
  }

  PermittedAddresses read() {
    var table = file.as(Table.class);
    rules = table.rules();
    addAll("", table.addresses(), "addresses");
    for (var under : file.list(table.engine().under(), "engine.under")) {
      addAll(under, table.engine().addresses(), "engine.addresses");
    }
    return new PermittedAddresses(lines, rules);
  }

  private void addAll(String under, Map<String, Map<String, String>> entries, String place) {
    entries.forEach((address, entry) -> add(under + address, entry, place + "." + address));
  }

  private void add(String address, Map<String, String> entry, String place) {
    if (!ADDRESS.matcher(address).matches()) {
      throw file.fault(
          "access.bad-address",
          place,
          "an address is expected: segments such as /incidents or /{number}, /** only at the end");
    }
    if (!isWanted(entry, place)) {
      return;
    }
    if (!known.add(address.replaceAll("\\{\\w+}", "{}"))) {
      throw file.fault("access.address-twice", place, "this address has a line already");
    }
    lines.add(new AddressLine(address, needs(entry, place), rule(address, entry, place), place));
  }

  private boolean isWanted(Map<String, String> entry, String place) {
    if (entry == null) {
      throw file.fault("access.no-need", place, "a method and what it takes are expected");
    }
    var when = entry.get(WHEN);
    return when == null
        || (when.startsWith("!") ? !profile.test(when.substring(1)) : profile.test(when));
  }

  private Map<String, AddressNeed> needs(Map<String, String> entry, String place) {
    var needs = new LinkedHashMap<String, AddressNeed>();
    entry.forEach(
        (key, value) -> {
          if (!key.equals(RULE) && !key.equals(WHEN)) {
            for (var method : key.split(" ")) {
              if (!METHODS.contains(method)) {
                throw file.fault("access.unknown-method", place, method + " is none of " + METHODS);
              }
              if (needs.put(method, need(value, place + "." + key)) != null) {
                throw file.fault("access.address-twice", place, method + " stands here twice");
              }
            }
          }
        });
    if (needs.isEmpty()) {
      throw file.fault("access.no-need", place, "a method and what it takes are expected");
    }
    return needs;
  }

  private AddressNeed need(String value, String place) {
    return switch (file.text(value, place)) {
      case "open" -> AddressNeed.of(Kind.OPEN);
      case "login" -> AddressNeed.of(Kind.LOGIN);
      case "closed" -> AddressNeed.of(Kind.CLOSED);
      default -> permitted(value, place);
    };
  }

  private AddressNeed permitted(String value, String place) {
    var parts = value.split("/", 2);
    var name = parts.length == 2 ? parts[1] : null;
    if (!access.declares(parts[0], name)) {
      throw unknownPermission(value, place);
    }
    return new AddressNeed(Kind.PERMISSION, parts[0], name);
  }

  private ContentException unknownPermission(String value, String place) {
    return file.fault(
        "access.unknown-permission",
        place,
        value + " is neither open, login, closed nor a permission of " + AccessFile.NAME);
  }

  private String rule(String address, Map<String, String> entry, String place) {
    var rule = entry.get(RULE);
    if (rule != null && !rules.containsKey(rule)) {
      throw file.fault(
          "access.unknown-rule", place + "." + RULE, rule + " is none of " + rules.keySet());
    }
    if (rule == null && address.contains("{number}")) {
      throw file.fault(
          "access.no-rule", place, "it is about a record: say with records: who may know of it");
    }
    return rule;
  }

  private record Table(
      Map<String, String> rules, Map<String, Map<String, String>> addresses, Engine engine) {

    Table {
      rules = rules == null ? Map.of() : rules;
      addresses = addresses == null ? Map.of() : addresses;
      engine = engine == null ? new Engine(List.of(), Map.of()) : engine;
    }
  }

  private record Engine(List<String> under, Map<String, Map<String, String>> addresses) {

    Engine {
      addresses = addresses == null ? Map.of() : addresses;
    }
  }
}
