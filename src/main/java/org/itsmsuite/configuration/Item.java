package org.itsmsuite.configuration;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A service, a component or a configuration item in one of its versions. Nothing is deleted: what
 * is not used any more is retired and stays as it was.
 *
 * @param id unique for ever and never changed; of a service, its id in the catalogue
 * @param type as {@code config/item-types.yaml} names it, such as {@code server}
 * @param description may be null
 * @param designation why it is kept under control: the decision that made it an item (S-25, S-26)
 * @param outcome what customers get out of it; of a service never null, of others it may be
 * @param supportGroup id of the group that works on it, or null
 * @param status as {@code config/item-types.yaml} names it, such as {@code in-use}
 * @param asset whether it is on the books as an asset, too, which is another question (S-27)
 * @param attributes further facts by name, such as a serial number; in order of their names
 * @param version 1 for what was entered first; grows with each change
 * @param since when this version began, inclusive
 * @param retiredWhy null unless it is retired
 */
public record Item(
    String id,
    ItemLevel level,
    String type,
    String name,
    String description,
    String designation,
    String outcome,
    Criticality criticality,
    String supportGroup,
    String status,
    boolean asset,
    Map<String, String> attributes,
    long version,
    Instant since,
    String retiredWhy) {

  public Item {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  public boolean isService() {
    return level == ItemLevel.SERVICE;
  }

  public boolean isRetired() {
    return retiredWhy != null;
  }
}
