package org.itsmsuite.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.itsmsuite.refusal.Refusal.Offence;

/**
 * Takes text from outside: trims it, and gathers what is wrong with all fields so that {@link
 * #verify} refuses them in one go. Lengths are counted as the database counts them, in UTF-16
 * units.
 */
public class FieldTexts {

  private final List<Offence> offences = new ArrayList<>();

  /** One line that must be there. */
  public String required(String field, String value, int max) {
    return isMissing(field, value) ? null : optional(field, value, max);
  }

  /** One line, or null when it is left out or {@linkplain Blank blank}. */
  public String optional(String field, String value, int max) {
    return taken(field, value == null ? null : value.strip(), max, false);
  }

  /** Several lines, or null when left out or blank; line ends become a single line feed. */
  public String lines(String field, String value, int max) {
    var text = value == null ? null : value.replace("\r\n", "\n").replace('\r', '\n').strip();
    return taken(field, text, max, true);
  }

  /** Several lines that must be there. */
  public String requiredLines(String field, String value, int max) {
    return isMissing(field, value) ? null : lines(field, value, max);
  }

  private boolean isMissing(String field, String value) {
    boolean missing = Blank.is(value);
    if (missing) {
      wrong(field, "request.missing", "It is required.");
    }
    return missing;
  }

  /** Adds a finding of the caller's own. */
  public void wrong(String field, String key, String detail) {
    offences.add(new Offence(field, key, detail));
  }

  /**
   * @throws Refusal if anything was wrong; its key is that of the first finding
   */
  public void verify() {
    if (!offences.isEmpty()) {
      var first = offences.get(0);
      var detail =
          offences.size() == 1
              ? first.field() + ": " + first.detail()
              : offences.size() + " fields are not valid.";
      throw new Refusal(Refusal.Kind.INVALID, first.key(), detail, offences);
    }
  }

  private String taken(String field, String text, int max, boolean severalLines) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (text.length() > max) {
      wrong(
          field,
          "request.too-long",
          String.format(Locale.ROOT, "At most %d characters; these are %d.", max, text.length()));
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      if (isRefused(text, i, severalLines)) {
        wrong(
            field,
            "request.control-character",
            String.format(
                Locale.ROOT,
                "Character %d (U+%04X) %s.",
                i + 1,
                (int) text.charAt(i),
                Blank.isTurning(text.charAt(i))
                    ? "turns the direction of what follows; leave it out"
                    : "is a control character"));
        return null;
      }
    }
    return Blank.is(text) ? null : text;
  }

  private static boolean isRefused(String text, int at, boolean severalLines) {
    var one = text.charAt(at);
    if (severalLines && (one == '\n' || one == '\t')) {
      return false;
    }
    return Character.isISOControl(one)
        || !severalLines && Blank.isTurning(one)
        || one == '\u2028'
        || one == '\u2029'
        || one >= '\uFFFE'
        || isHalfPair(text, at);
  }

  // Half of a surrogate pair is no character and cannot be stored.
  private static boolean isHalfPair(String text, int at) {
    var one = text.charAt(at);
    if (Character.isHighSurrogate(one)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(one)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
