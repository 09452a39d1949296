package org.itsmsuite.engine;

import java.util.List;

/** Decisions that can be looked at as well as asked. */
public interface DecisionTables extends Decisions {

  /**
   * The rows of a table in their order.
   *
   * @param bundle as in {@link #evaluate}
   */
  List<DecisionRow> rows(String bundle, String decision);
}
