package org.itsmsuite.change.work;

import java.time.Instant;
import java.util.List;

/** Keeps which incidents were caused by which changes. Joins the caller's transaction. */
public interface CausedStore {

  /** False, and nothing is written, if it is known already. */
  boolean add(String change, String incident, Instant at);

  /** False if it was not known. */
  boolean remove(String change, String incident);

  /** Numbers of the incidents that a change has caused, in their order. */
  List<String> incidents(String change);

  /** Numbers of the changes that have caused an incident, in their order. */
  List<String> changes(String incident);
}
