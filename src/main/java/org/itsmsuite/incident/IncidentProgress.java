package org.itsmsuite.incident;

import java.util.List;
import java.util.Optional;

/** Where an incident's process stands, for people to look at. */
public interface IncidentProgress {

  /** A step that waits now. @param id of the element in the model */
  record ActiveStep(String id, String label) {}

  /** A task that waits for a person. @param assignee who has it, such as {@code agent}; or null */
  record OpenTask(String id, String name, String group, String assignee) {}

  /** The model the record runs on, as released; empty if it is not known any more. */
  Optional<String> model(Run run);

  List<ActiveStep> active(Run run);

  List<OpenTask> tasks(Run run);

  /** Whether the requester is asked whether it works again. */
  boolean asksForConfirmation(Run run);

  /** Whether the process takes this message now. */
  boolean awaits(Run run, String message);
}
