package org.itsmsuite.engine.restriction;

import java.util.HashSet;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.itsmsuite.engine.RecordAudience;
import org.itsmsuite.identity.Actor;

/**
 * Sees to it that a task of a restricted record is with people whom the record concerns, whoever
 * the model names.
 */
final class OfferedTask {

  private final RecordAudience audience;
  private final TaskEntity task;
  private final String record;

  OfferedTask(RecordAudience audience, TaskEntity task, String record) {
    this.audience = audience;
    this.task = task;
    this.record = record;
  }

  void review() {
    boolean withdrawn = false;
    for (IdentityLink link : task.getCandidates()) {
      if (link.getGroupId() != null && !audience.mayKnow(link.getGroupId(), record)) {
        task.deleteCandidateGroup(link.getGroupId());
        withdrawn = true;
      } else if (link.getUserId() != null && !mayKnow(link.getUserId())) {
        task.deleteCandidateUser(link.getUserId());
        withdrawn = true;
      }
    }
    if (task.getAssignee() != null && !mayKnow(task.getAssignee())) {
      task.setAssignee(null);
      withdrawn = true;
    }
    if (withdrawn && task.getCandidates().isEmpty() && task.getAssignee() == null) {
      task.addCandidateGroups(audience.groups(record));
    }
  }

  private boolean mayKnow(String account) {
    var groups = new HashSet<String>();
    Context.getProcessEngineConfiguration()
        .getIdentityService()
        .createGroupQuery()
        .groupMember(account)
        .list()
        .forEach(group -> groups.add(group.getId()));
    return audience.mayKnow(new Actor(account, groups), record);
  }
}
