package org.itsmsuite.change.vote.process;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.vote.BallotBox;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.Member;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.engine.EngineCalls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the ballot, then completes the task that asked for it, if there still is one; {@link
 * CastVoteListener} finds the ballot there.
 */
@Component
public class EngineBallots implements BallotBox {

  /** The item of the parallel tasks is the only variable that they keep. */
  private static final String TASK =
      "select T.* from ACT_RU_TASK T"
          + " join ACT_RU_EXECUTION E on E.ID_ = T.PROC_INST_ID_"
          + " join ACT_RU_VARIABLE V on V.EXECUTION_ID_ = T.EXECUTION_ID_ and V.NAME_ = '"
          + VoteForm.VOTER
          + "' where E.ROOT_PROC_INST_ID_ = #{run} and T.TASK_DEF_KEY_ = 'userTask_castVote'"
          + " and V.TEXT_ = #{position}";

  private final Votes votes;
  private final ChangeSteps steps;
  private final TaskService tasks;

  public EngineBallots(Votes votes, ChangeSteps steps, TaskService tasks) {
    this.votes = votes;
    this.steps = steps;
    this.tasks = tasks;
  }

  @Override
  @Transactional
  public void cast(String number, String voter, Choice choice, String reason, boolean recorded) {
    if (recorded) {
      votes.recorded(number, voter, choice, reason);
    } else {
      votes.cast(number, voter, choice, reason);
    }
    Task task = EngineCalls.internally(() -> task(number, voter));
    if (task != null) {
      EngineCalls.internally(
          () -> tasks.complete(task.getId(), Map.of("choice", choice.name(), "why", reason)));
    }
  }

  private Task task(String number, String voter) {
    int position =
        votes.open(number).members().stream()
            .filter(one -> one.account().equals(voter))
            .mapToInt(Member::position)
            .findFirst()
            .orElseThrow();
    return tasks
        .createNativeTaskQuery()
        .sql(TASK)
        .parameter("run", steps.change(number).run().instance())
        .parameter("position", Integer.toString(position))
        .singleResult();
  }
}
