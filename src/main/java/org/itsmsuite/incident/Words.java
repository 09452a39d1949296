package org.itsmsuite.incident;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a text, without case, accents and order. */
final class Words {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Words() {}

  /** Each once; empty for null. */
  static Set<String> in(String text, Set<String> ignored) {
    if (text == null) {
      return Set.of();
    }
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
            .replaceAll("");
    return Arrays.stream(BETWEEN.split(plain))
        .filter(word -> !word.isEmpty() && !ignored.contains(word))
        .collect(Collectors.toSet());
  }

  /** The share of common words, from 0 to 1: twice their number, by the number of both. */
  static double inCommon(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return 2.0 * both.size() / (one.size() + other.size());
  }
}
