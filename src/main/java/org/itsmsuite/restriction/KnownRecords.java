package org.itsmsuite.restriction;

import java.util.Map;

/**
 * A condition that keeps records out of a query which a person may not know of.
 *
 * @param sql a condition to put behind {@code and}; always true for who may know of all
 * @param params its named parameters
 */
public record KnownRecords(String sql, Map<String, Object> params) {

  /** For those who may know of every record. */
  public static final KnownRecords ALL = new KnownRecords("1 = 1", Map.of());
}
