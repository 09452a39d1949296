package org.itsmsuite.engine.release;

import org.itsmsuite.content.ContentSource;

/**
 * What must hold of models and configuration together before any of them is released. A practice
 * publishes one bean for each.
 */
@FunctionalInterface
public interface ReleaseCheck {

  /**
   * @throws org.itsmsuite.content.ContentException if it does not hold: nothing is released
   */
  void check(ContentSource content);
}
