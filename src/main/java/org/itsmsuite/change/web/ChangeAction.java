package org.itsmsuite.change.web;

import java.util.List;
import java.util.Map;
import org.itsmsuite.change.Change;
import org.itsmsuite.record.ActionOffer;

/**
 * Something people may do with a change at any time, contributed by a part of the practice. Its
 * name stands under {@code change.act} in the access table, which has been asked before.
 */
public interface ChangeAction {

  /** As in the address, such as {@code add-task}. */
  String name();

  /** The fields it takes. */
  List<String> fields();

  /** Offers it where the change's state allows it. */
  List<ActionOffer> offered(Change change);

  /**
   * @param values by field; texts as they came
   */
  void act(Change change, Map<String, String> values);
}
