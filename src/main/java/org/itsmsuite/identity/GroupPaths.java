package org.itsmsuite.identity;

import java.util.Collection;
import java.util.Set;

/**
 * Which groups of the suite the paths stand for that an outside identity provider puts in tokens.
 */
public interface GroupPaths {

  /**
   * The ids of those that count. One further down in the tree is left out while the provider cannot
   * be asked what else there is: fewer rights rather than too many. Never fails.
   *
   * @param paths such as {@code /itsm/service-desk}
   */
  Set<String> idsOf(Collection<String> paths);
}
