package org.itsmsuite.configuration;

import java.util.Collection;

/** Interface I-15: what would be affected now. A question; it changes nothing. */
public interface ImpactTrees {

  /**
   * @param ids of items; unknown ones affect nothing
   */
  ImpactTree of(Collection<String> ids);
}
