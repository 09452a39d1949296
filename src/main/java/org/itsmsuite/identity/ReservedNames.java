package org.itsmsuite.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Names that no account can have, because whoever had one would pass for the suite itself, for
 * somebody not logged in, or for what the engine means by them.
 */
public final class ReservedNames {

  // As they are left by bare().
  private static final Set<String> TAKEN = Set.of(Actor.SYSTEM.id(), "anonymous", "camundaadmin");

  private ReservedNames() {}

  /**
   * Whether it is one of them, or looks like one: capitals, and signs between the letters, make no
   * difference. A name without a letter or digit, such as {@code ..}, is one too.
   */
  public static boolean isReserved(String name) {
    var bare = bare(name);
    return bare.isEmpty() || TAKEN.contains(bare);
  }

  private static String bare(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toLowerCase(Locale.ROOT);
  }
}
