package org.itsmsuite.competence;

import java.util.Set;

/**
 * A user task as needs speak of it.
 *
 * @param record number of its record, or null
 * @param process key of the process
 * @param task id of the task in its model
 * @param groups it is offered to
 */
public record CoveredTask(String record, String process, String task, Set<String> groups) {

  public CoveredTask {
    groups = Set.copyOf(groups);
  }
}
