package org.itsmsuite.incident;

/** How one incident is connected to another, read from the first: it is CHILD_OF the other. */
public enum LinkType {
  CHILD_OF,
  PARENT_OF,
  RELATED_TO,
  DUPLICATE_OF,
  HAS_DUPLICATE
}
