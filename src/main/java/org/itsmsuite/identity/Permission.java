package org.itsmsuite.identity;

import java.util.Set;

/**
 * Something that may be permitted, as the access table declares it.
 *
 * @param names for {@link Kind#NAMES}: all names there are; else empty
 * @param outside whether groups outside the provider may have it at all
 */
record Permission(String id, Kind kind, Set<String> names, boolean outside) {

  enum Kind {
    /** Yes or no. */
    FLAG,
    /** On whose records. */
    SCOPE,
    /** Which of several named things, and on whose records. */
    NAMES
  }
}
