package org.itsmsuite.change.vote.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.VoteFlow;
import org.itsmsuite.engine.EngineCalls;
import org.springframework.stereotype.Component;

/**
 * Ends the task of a member whose ballot was cast at the page, through the API or by the chair, and
 * the vote if such a ballot decides it.
 */
@Component
public class EngineVoteFlow implements VoteFlow {

  /** What change-vote.bpmn hears. */
  private static final String DECIDED = "change.voteDecided";

  private final TaskService tasks;
  private final RuntimeService runtime;

  public EngineVoteFlow(TaskService tasks, RuntimeService runtime) {
    this.tasks = tasks;
    this.runtime = runtime;
  }

  @Override
  public void voted(String number, int position, Choice choice, String reason) {
    EngineCalls.internally(
        () -> {
          List<Task> open =
              tasks
                  .createTaskQuery()
                  .processInstanceBusinessKey(number)
                  .taskDefinitionKey("userTask_castVote")
                  .list();
          // The ballot may decide the vote, which ends the other tasks: look first.
          open.stream()
              .filter(task -> isOf(task, position))
              .findFirst()
              .ifPresent(
                  task ->
                      tasks.complete(task.getId(), Map.of("choice", choice.name(), "why", reason)));
        });
  }

  @Override
  public void decided(String number) {
    EngineCalls.internally(
        () ->
            runtime
                .createMessageCorrelation(DECIDED)
                .processInstanceBusinessKey(number)
                .correlateAllWithResult());
  }

  private boolean isOf(Task task, int position) {
    return Integer.toString(position).equals(tasks.getVariable(task.getId(), VoteForm.VOTER));
  }
}
