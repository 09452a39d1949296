package org.itsmsuite.ledger.store;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.itsmsuite.ledger.Personal;

/**
 * Personal values as they stand in an entry: {@code {"$commitment": <SHA-256 of salt and value>}}.
 * A field of a fact that starts with a dollar sign gets a second one, so that nobody can write what
 * looks like a commitment.
 */
final class Commitments {

  static final String ERASED = "(erased)";
  static final int SALT_BYTES = 16;

  private static final String KEY = "$commitment";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<ErasableValue> kept = new ArrayList<>();

  /** Makes JSON values of a fact's values, and keeps the personal ones aside. */
  Object hide(String path, Object value) {
    return walk(path, value, true);
  }

  /** Hides who acted, kept in a way that can be searched. */
  Object hideAccount(String path, String account) {
    return commit(path, account, account);
  }

  /** What was hidden so far. */
  List<ErasableValue> kept() {
    return kept;
  }

  private Object walk(String path, Object value, boolean hiding) {
    if (value instanceof Personal personal) {
      var open = walk(path, personal.value(), false);
      return hiding && open != null ? commit(path, open, null) : open;
    }
    if (value instanceof Map<?, ?> map) {
      var members = new LinkedHashMap<String, Object>();
      map.forEach(
          (field, inner) -> {
            var key = String.valueOf(JsonValues.scalar(path, field));
            var name = key.startsWith("$") ? "$" + key : key;
            members.put(name, walk(below(path, name), inner, hiding));
          });
      return members;
    }
    if (value instanceof Collection<?> elements) {
      var list = new ArrayList<>();
      elements.forEach(inner -> list.add(walk(below(path, list.size()), inner, hiding)));
      return list;
    }
    return JsonValues.scalar(path, value);
  }

  private Object commit(String path, Object open, String account) {
    var bytes = new byte[SALT_BYTES];
    RANDOM.nextBytes(bytes);
    var salt = HexFormat.of().formatHex(bytes);
    var content = CanonicalJson.of(open);
    kept.add(new ErasableValue(path, salt, content, account));
    return Map.of(KEY, Sha256.of(salt, content));
  }

  /** Puts the values back where they belong; of an erased one, what is shown instead. */
  static Object reveal(String path, Object json, Map<String, ErasableValue> values) {
    if (json instanceof Map<?, ?> map) {
      if (isCommitment(map)) {
        return shown(values.get(path));
      }
      var members = new LinkedHashMap<String, Object>();
      map.forEach(
          (name, inner) -> members.put(plain(name), reveal(below(path, name), inner, values)));
      return members;
    }
    if (json instanceof List<?> elements) {
      var list = new ArrayList<>();
      elements.forEach(inner -> list.add(reveal(below(path, list.size()), inner, values)));
      return list;
    }
    return json;
  }

  private static Object shown(ErasableValue value) {
    if (value == null || value.content() == null && value.shown() == null) {
      return ERASED;
    }
    return unescape(CanonicalJson.parse(value.content() == null ? value.shown() : value.content()));
  }

  private static Object unescape(Object json) {
    return reveal("", json, Map.of());
  }

  /** Every commitment of an entry by the path it stands at. */
  static Map<String, String> in(Object json) {
    var found = new TreeMap<String, String>();
    collect("", json, found);
    return found;
  }

  private static void collect(String path, Object json, Map<String, String> found) {
    if (json instanceof Map<?, ?> map) {
      if (isCommitment(map)) {
        found.put(path, String.valueOf(map.get(KEY)));
      } else {
        map.forEach((name, inner) -> collect(below(path, name), inner, found));
      }
    } else if (json instanceof List<?> elements) {
      for (int i = 0; i < elements.size(); i++) {
        collect(below(path, i), elements.get(i), found);
      }
    }
  }

  private static boolean isCommitment(Map<?, ?> map) {
    return map.size() == 1 && map.containsKey(KEY);
  }

  private static String plain(Object name) {
    var text = String.valueOf(name);
    return text.startsWith("$$") ? text.substring(1) : text;
  }

  private static String below(String path, Object name) {
    return path + "/" + String.valueOf(name).replace("~", "~0").replace("/", "~1");
  }
}
