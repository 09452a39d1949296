package org.itsmsuite.incident.major;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.refusal.Refusal;

/** What the groups involved in a major incident are to do, and what came of it. */
public class TechnicalTasks {

  private final MajorCases cases;
  private final MajorNews news;
  private final SupportGroups groups;
  private final MajorRights rights;
  private final Access access;
  private final CurrentUser user;
  private final Clock time;

  public TechnicalTasks(
      MajorCases cases,
      MajorNews news,
      SupportGroups groups,
      MajorRights rights,
      Access access,
      CurrentUser user,
      Clock time) {
    this.cases = cases;
    this.news = news;
    this.groups = groups;
    this.rights = rights;
    this.access = access;
    this.user = user;
    this.time = time;
  }

  /**
   * Gives each group something to do.
   *
   * @param texts group to what it is to do
   * @throws Refusal {@code incident.unknown-group}, {@code incident.group-sees-no-task}
   */
  void give(String number, Map<String, String> texts) {
    MajorIncident major = cases.standing(number);
    texts.keySet().forEach(group -> require("groups", group));
    texts.forEach((group, text) -> add(major, group, text));
  }

  TechnicalTask give(MajorIncident major, String group, String text) {
    require("group", group);
    return add(major, group, text);
  }

  private void require(String field, String group) {
    if (groups.find(group).isEmpty()) {
      throw Refusal.invalid(
          "incident.unknown-group", field, "There is no support group \"" + group + "\".");
    }
    if (!rights.mayWork(group)) {
      throw Refusal.invalid(
          "incident.group-sees-no-task",
          field,
          "The group "
              + group
              + " cannot see this task or the incident. Give it to "
              + String.join(", ", able().stream().map(SupportGroup::id).toList())
              + ", who can pass on what others are to do.");
    }
  }

  /** Groups that can be given something to do. */
  public List<SupportGroup> able() {
    return groups.all().stream().filter(group -> rights.mayWork(group.id())).toList();
  }

  private TechnicalTask add(MajorIncident major, String group, String text) {
    var task =
        new TechnicalTask(
            UUID.randomUUID(),
            major.id(),
            cases.store().tasksOf(major).size() + 1,
            group,
            text,
            time.instant(),
            user.actor().id(),
            null,
            null,
            null,
            null,
            null);
    cases.store().add(task);
    cases.write(major.given(task));
    Incident incident = cases.incident(major.record());
    news.involve(incident, group);
    news.tell(
        incident,
        major,
        "major-incident-technical-task",
        major.occasion("task/" + task.position()),
        java.util.Set.of("group:" + group),
        text,
        null);
    return task;
  }

  /** Identities of the tasks that no user task stands for yet. */
  public List<String> toGive(String number) {
    return cases.store().tasksOf(cases.standing(number)).stream()
        .filter(task -> task.isOpen() && task.task() == null)
        .map(task -> task.id().toString())
        .toList();
  }

  public TechnicalTask find(String number, String id) {
    return cases.store().tasksOf(cases.standing(number)).stream()
        .filter(task -> task.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> none(number));
  }

  /** A user task stands for it from now on. */
  public TechnicalTask offered(String number, String id, String userTask) {
    TechnicalTask task = find(number, id).offeredAs(userTask);
    cases.store().save(task);
    return task;
  }

  /** The one that a user task stands for. */
  public TechnicalTask of(String number, String userTask) {
    return cases.store().tasksOf(cases.standing(number)).stream()
        .filter(task -> userTask.equals(task.task()))
        .findFirst()
        .orElseThrow(() -> none(number));
  }

  /**
   * @throws Refusal {@code incident.call-off-not-allowed}: only who may lead calls a task off
   */
  public void ended(String number, String userTask, TechnicalTask.Outcome outcome, String result) {
    if (outcome == TechnicalTask.Outcome.CALLED_OFF
        && !access.may(user.actor(), MajorRights.LEAD)) {
      throw Refusal.forbidden(
          "incident.call-off-not-allowed", "Only an incident manager calls a technical task off.");
    }
    TechnicalTask task =
        of(number, userTask).ended(outcome, result, time.instant(), user.actor().id());
    cases.store().save(task);
    cases.write(cases.standing(number).done(task));
  }

  private static Refusal none(String number) {
    return Refusal.conflict(
        "incident.no-technical-task", "There is no such technical task of " + number + ".");
  }
}
