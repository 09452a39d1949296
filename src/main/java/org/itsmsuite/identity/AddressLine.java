package org.itsmsuite.identity;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One address of the address table.
 *
 * @param address a pattern from the root: {@code {name}} stands for one segment, {@code /**} at the
 *     end for all below
 * @param needs method, such as {@code GET}, to what it takes to use it
 * @param rule the name of the record rule, or null where everybody who gets in sees the same
 * @param place where in the file it stands, for messages
 */
public record AddressLine(
    String address, Map<String, AddressNeed> needs, String rule, String place) {

  public AddressLine {
    needs = Map.copyOf(needs);
  }

  /** The methods that somebody may use, in alphabetical order. */
  public Set<String> methods() {
    var open = new TreeSet<String>();
    needs.forEach(
        (method, need) -> {
          if (need.kind() != AddressNeed.Kind.CLOSED) {
            open.add(method);
          }
        });
    return open;
  }
}
