package org.itsmsuite.incident;

import java.util.List;

/** Parents and children among incidents, as they are stored. */
public interface FamilyStore {

  /** From here to the end of the transaction nobody else links or unlinks. */
  void lockFamilies();

  /** Numbers of the children that are worked on, in order. */
  List<String> openChildren(String parent);

  /** Numbers of all its children, whether they are worked on or not, in order. */
  List<String> children(String parent);

  /** Whether a child is neither closed nor cancelled. */
  boolean hasUnfinishedChildren(String parent);

  /**
   * Takes a link away, in one direction.
   *
   * @return false if there is none
   */
  boolean unlink(String number, String type, String other);
}
