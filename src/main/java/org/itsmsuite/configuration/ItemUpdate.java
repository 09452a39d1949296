package org.itsmsuite.configuration;

import java.util.Map;

/**
 * What becomes different about an item. Null leaves a value as it is; an empty text takes one away
 * that need not be there.
 *
 * @param type one that may stand at the item's level, which itself never changes
 * @param status of those in {@code config/item-types.yaml}, except the one of retired items
 * @param attributes values by name: an empty text takes one away, others stay; may be null
 * @param reason why, in words
 */
public record ItemUpdate(
    String type,
    String name,
    String description,
    String designation,
    String outcome,
    Criticality criticality,
    String supportGroup,
    String status,
    Boolean asset,
    Map<String, String> attributes,
    String reason) {

  /** Only the state becomes different. */
  public static ItemUpdate status(String status, String reason) {
    return new ItemUpdate(null, null, null, null, null, null, null, status, null, null, reason);
  }
}
