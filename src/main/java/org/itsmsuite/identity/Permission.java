package org.itsmsuite.identity;

import java.util.Set;

/**
 * Something that may be permitted, as the access table declares it.
 *
 * @param names for {@link Kind#NAMES}: all names there are; else empty
 */
record Permission(String id, Kind kind, Set<String> names) {

  enum Kind {
    /** Yes or no. */
    FLAG,
    /** On whose records. */
    SCOPE,
    /** Which of several named things. */
    NAMES
  }
}
