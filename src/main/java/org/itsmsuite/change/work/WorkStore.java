package org.itsmsuite.change.work;

import java.util.List;

/** Keeps evidence of work; adds only. Joins the caller's transaction. */
public interface WorkStore {

  /**
   * @throws org.itsmsuite.incident.ConcurrentChangeException if another note has taken the position
   */
  void add(WorkNote note);

  /** Of one change, the oldest first. */
  List<WorkNote> of(String change);
}
