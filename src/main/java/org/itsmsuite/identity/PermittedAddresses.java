package org.itsmsuite.identity;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.itsmsuite.content.ContentSource;

/**
 * Every address there is and what it takes to use it, read from {@code config/addresses.yaml}. What
 * is not in it does not exist for anybody.
 *
 * @param rules name of a record rule to its meaning
 */
public record PermittedAddresses(List<AddressLine> lines, Map<String, String> rules) {

  /** The file, for messages. */
  public static final String FILE = "config/addresses.yaml";

  public PermittedAddresses {
    lines = List.copyOf(lines);
    rules = Map.copyOf(rules);
  }

  /**
   * Reads and checks the table.
   *
   * @param profile whether a profile is active: lines for others are left out
   * @throws org.itsmsuite.content.ContentException for an unknown permission, name, method or rule,
   *     and for a record's address without a rule
   */
  public static PermittedAddresses read(
      ContentSource content, Access access, Predicate<String> profile) {
    return new AddressFile(content, access, profile).read();
  }
}
