package org.itsmsuite.deputy.process;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.itsmsuite.deputy.DeputyNews;
import org.itsmsuite.deputy.StandIn;
import org.itsmsuite.deputy.StandIns;
import org.itsmsuite.deputy.Work;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.RecordAudience;
import org.itsmsuite.engine.restriction.TaskRecord;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.springframework.stereotype.Component;

/**
 * Gives a task that is meant for somebody who is away to whoever stands in. The engine's
 * <em>owner</em> of a task is the person whose it is while somebody else has it on their behalf.
 */
@Component
public class TaskPassing {

  /** The chain for tasks of processes that run for no record. */
  private static final String NO_RECORD = "engine";

  private final StandIns standIns;
  private final RecordAudience audience;
  private final DeputyNews news;
  private final Duties duties;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  public TaskPassing(
      StandIns standIns,
      RecordAudience audience,
      DeputyNews news,
      Duties duties,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    this.standIns = standIns;
    this.audience = audience;
    this.news = news;
    this.duties = duties;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * A task has got an assignee. Who takes it for themselves has it, away or not, and on nobody's
   * behalf; nothing is asked of the database then.
   */
  void assigned(DelegateTask task) {
    String assignee = task.getAssignee();
    if (assignee == null) {
      return;
    }
    boolean byThemselves = assignee.equals(user.actor().id());
    if (isOnBehalf(task)) {
      if (EngineCalls.isInternal() && !byThemselves) {
        // It has just been passed on, below.
        return;
      }
      task.setOwner(null);
    }
    if (!byThemselves) {
      pass(task, assignee);
    }
  }

  /** Whoever did it on behalf of somebody else: that is a fact of its own. */
  void completed(DelegateTask task) {
    if (isOnBehalf(task)) {
      ledger.write(
          fact(task, "deputy.acted")
              .with("onBehalfOf", Personal.of(task.getOwner()))
              .with("deputy", Personal.of(task.getAssignee())));
      duties.represented(
          record(task),
          key(task.getProcessDefinitionId()),
          task.getTaskDefinitionKey(),
          task.getAssignee(),
          task.getOwner());
    }
  }

  private static boolean isOnBehalf(DelegateTask task) {
    return task.getOwner() != null
        && task.getAssignee() != null
        && !task.getOwner().equals(task.getAssignee());
  }

  /**
   * Gives the task to whoever does this person's work now.
   *
   * @param account whose task it is, whoever has it
   * @return whether it has gone to somebody else than before
   */
  boolean pass(DelegateTask task, String account) {
    String record = record(task);
    List<String> groups = groups(task);
    StandIn standIn =
        standIns.of(
            account,
            Work.task(
                record, groups, key(task.getProcessDefinitionId()), task.getTaskDefinitionKey()));
    if (standIn.isPresent()) {
      return isOnBehalf(task) && account.equals(task.getOwner()) && giveBack(task);
    }
    if (standIn.isDeputy()) {
      return toDeputy(task, account, standIn);
    }
    return toGroup(task, account, standIn, groups);
  }

  private boolean toDeputy(DelegateTask task, String account, StandIn standIn) {
    if (standIn.account().equals(task.getAssignee()) && account.equals(task.getOwner())) {
      return false;
    }
    task.setOwner(account);
    task.setAssignee(standIn.account());
    ledger.write(
        fact(task, "deputy.steppedIn")
            .with("onBehalfOf", Personal.of(account))
            .with("deputy", Personal.of(standIn.account()))
            .with("path", Personal.of(standIn.path())));
    news.passedOn(recordOr(task), task.getName(), account, standIn.account(), occasion(task));
    return true;
  }

  /**
   * Nobody by name. Where the model names no group either it stays with the person; a restricted
   * record's goes to the custodian.
   */
  private boolean toGroup(DelegateTask task, String account, StandIn standIn, List<String> groups) {
    List<String> to = groups;
    if (to.isEmpty() && audience.isRestricted(record(task))) {
      to = audience.groups(record(task));
      to.forEach(task::addCandidateGroup);
    }
    ledger.write(
        fact(task, to.isEmpty() ? "deputy.nobodyFound" : "deputy.leftToGroup")
            .with("onBehalfOf", Personal.of(account))
            .with("why", standIn.why().name())
            .with("groups", to)
            .with("path", Personal.of(standIn.path())));
    if (to.isEmpty()) {
      return false;
    }
    task.setOwner(null);
    task.setAssignee(null);
    to.forEach(
        group ->
            news.withGroup(
                recordOr(task), task.getName(), account, group, occasion(task) + "/" + group));
    return true;
  }

  /** The person is there again. */
  private boolean giveBack(DelegateTask task) {
    String account = task.getOwner();
    String deputy = task.getAssignee();
    task.setOwner(null);
    task.setAssignee(account);
    ledger.write(
        fact(task, "deputy.gaveBack")
            .with("onBehalfOf", Personal.of(account))
            .with("deputy", Personal.of(deputy)));
    news.givenBack(recordOr(task), task.getName(), account, deputy, occasion(task));
    return true;
  }

  private Fact fact(DelegateTask task, String what) {
    String[] process = task.getProcessDefinitionId().split(":");
    return Fact.of(recordOr(task), what)
        .in(process[0] + ":" + process[1])
        .with("task", task.getTaskDefinitionKey());
  }

  private String occasion(DelegateTask task) {
    return task.getId() + "/" + time.instant();
  }

  private static String record(DelegateTask task) {
    return TaskRecord.of((TaskEntity) task);
  }

  private static String recordOr(DelegateTask task) {
    return Objects.requireNonNullElse(record(task), NO_RECORD);
  }

  private static String key(String definition) {
    return definition.split(":")[0];
  }

  private static List<String> groups(DelegateTask task) {
    return task.getCandidates().stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }
}
