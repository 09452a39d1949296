package org.itsmsuite.engine.restriction;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.itsmsuite.engine.RecordAudience;

/**
 * Takes an open task of a restricted record away from those whom the record does not concern, and
 * offers it to them again when it is no longer restricted.
 */
final class OfferedTask {

  private final RecordAudience audience;
  private final TaskEntity task;
  private final String record;
  private final KnownPeople people;

  OfferedTask(RecordAudience audience, TaskEntity task, String record) {
    this.audience = audience;
    this.task = task;
    this.record = record;
    this.people = new KnownPeople(audience, record);
  }

  void review() {
    boolean withSomebody = false;
    for (IdentityLink link : List.copyOf(task.getCandidates())) {
      if (mayKnow(link)) {
        withSomebody = true;
      } else {
        task.deleteIdentityLink(link.getUserId(), link.getGroupId(), link.getType());
      }
    }
    if (task.getAssignee() != null && people.mayKnow(task.getAssignee())) {
      withSomebody = true;
    } else if (task.getAssignee() != null) {
      task.setAssignee(null);
    }
    if (!withSomebody) {
      task.addCandidateGroups(audience.groups(record));
    }
  }

  /**
   * To whomever the model names now, and no longer to those who stood in for them. Whoever had
   * taken it has to take it again.
   */
  void offerAgain() {
    TaskDefinition model = task.getTaskDefinition();
    List<String> groups =
        RestrictedOffers.names(
            List.copyOf(model.getCandidateGroupIdExpressions()), task.getExecution());
    Set<String> links =
        task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
    groups.stream().filter(group -> !links.contains(group)).forEach(task::addCandidateGroup);
    if (!groups.isEmpty()) {
      audience.standIns().stream()
          .filter(group -> links.contains(group) && !groups.contains(group))
          .forEach(task::deleteCandidateGroup);
    }
  }

  private boolean mayKnow(IdentityLink link) {
    return link.getGroupId() == null
        ? people.mayKnow(link.getUserId())
        : audience.mayKnow(link.getGroupId(), record);
  }
}
