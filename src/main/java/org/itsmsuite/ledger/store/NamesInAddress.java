package org.itsmsuite.ledger.store;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accounts in an address that somebody asked for: as a part of the path, or as a value of the query
 * or one of several in it, however it is spelt there. What somebody searched for in words is free
 * text and stays.
 */
final class NamesInAddress {

  private static final Pattern ADDRESS = Pattern.compile("/\\S*");

  /** What stands between the signs that take an address apart. */
  private static final Pattern PART = Pattern.compile("[^/?&=;]+");

  /** The same within a part, once it is spelt out. */
  private static final String SIGN = "[/?&=;,:%\"'\\[\\]{}()|]";

  /** As the engine writes a condition in one value: {@code requester_eq_agent}. */
  private static final String CONDITION = "[A-Za-z0-9.]+_(?:eq|neq|gt|gteq|lt|lteq|like|notLike)_";

  private NamesInAddress() {}

  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /** The address with another name in the account's place; the same text if it names nobody. */
  static String renamed(String address, String account, String other) {
    Pattern name =
        Pattern.compile(
            "(^|" + SIGN + ")(" + CONDITION + ")?" + Pattern.quote(account) + "(?=$|" + SIGN + ")",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return PART.matcher(address)
        .replaceAll(part -> Matcher.quoteReplacement(part(part.group(), name, other)));
  }

  private static String part(String spelt, Pattern name, String other) {
    String asItStands = replaced(spelt, name, other);
    if (!asItStands.equals(spelt)) {
      return asItStands;
    }
    String plain = decoded(spelt);
    String renamed = replaced(plain, name, other);
    return renamed.equals(plain)
        ? spelt
        : URLEncoder.encode(renamed, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String replaced(String text, Pattern name, String other) {
    return name.matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) + (found.group(2) == null ? "" : found.group(2)) + other));
  }

  /** What cannot be read is left as it is spelt: an address may be anything. */
  private static String decoded(String spelt) {
    try {
      return URLDecoder.decode(spelt.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unreadable) {
      return spelt;
    }
  }
}
