package org.itsmsuite.incident;

import java.util.Collection;
import java.util.Set;

/**
 * What the steps and pages of incidents must know of major incidents (clause 8.6.1). Calls join the
 * caller's transaction.
 */
public interface MajorIncidents {

  /**
   * Whether the incident is a major incident: declared, and not withdrawn since. It stays one after
   * its review.
   */
  boolean isMajor(String number);

  /** Those of the incidents that are major, in one query. */
  Set<String> majorAmong(Collection<String> numbers);

  /**
   * The incident is no longer open, however it ended: nobody waits for the next word, and the
   * report is due from now on. Nothing happens if it is not led as a major incident.
   */
  void ended(String number);

  /**
   * The incident is open again: a major incident whose review is not done yet is led again. Nothing
   * happens to any other. Called after the clocks know of it.
   */
  void reopened(String number);
}
