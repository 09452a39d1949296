package org.itsmsuite.change.vote;

import java.util.List;
import java.util.Set;

/** Who sits in boards at this moment. */
public interface Boards {

  /** Accounts of the group, by name. */
  List<String> members(String group);

  Set<String> groupsOf(String account);
}
