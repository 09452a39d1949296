package org.itsmsuite.change;

import java.util.List;
import org.itsmsuite.incident.IncidentProgress.OpenTask;
import org.itsmsuite.incident.Run;

/** Tasks that wait for people, for them to look at. */
public interface ChangeTasks {

  /** Those of the process and of every part that it has called, in the order of their names. */
  List<OpenTask> open(Run run);
}
