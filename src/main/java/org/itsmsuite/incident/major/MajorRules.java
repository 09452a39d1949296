package org.itsmsuite.incident.major;

import java.util.List;
import org.itsmsuite.incident.Incident;

/** The released tables about major incidents. */
public interface MajorRules {

  /** What the agreed criteria say about the incident as it is now. */
  Criteria criteria(Incident incident);

  /**
   * Who is told when report or review do not come.
   *
   * @param bundle the release whose table applies
   */
  List<OverdueRule> overdue(String bundle, Awaited what);
}
