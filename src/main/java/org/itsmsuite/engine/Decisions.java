package org.itsmsuite.engine;

import java.util.List;
import java.util.Map;

/**
 * Asks decision tables of a released bundle outside of a drawn decision step, without writing
 * engine history.
 */
public interface Decisions {

  /**
   * All rules that match, as output name to value; empty when none does.
   *
   * @param bundle the engine's deployment id of the release, as kept on the record
   * @param decision the table's key, such as {@code sla-target}
   */
  List<Map<String, Object>> evaluate(String bundle, String decision, Map<String, ?> inputs);
}
