package org.itsmsuite.incident.major;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentFlow;
import org.itsmsuite.incident.IncidentMessages;
import org.itsmsuite.incident.IncidentStore;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.KnownRecords;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with major incidents. Each verb checks the state before anything moves, and hands
 * the rest to the process; record, process and ledger change together or not at all. Who may use a
 * verb is decided before it is called.
 */
@Transactional
public class Majors {

  private final MajorCases cases;
  private final MajorSteps steps;
  private final MajorCharge charge;
  private final TechnicalTasks tasks;
  private final MajorRules rules;
  private final IncidentStore incidents;
  private final IncidentFlow flow;
  private final MajorFlow process;

  public Majors(
      MajorCases cases,
      MajorSteps steps,
      MajorCharge charge,
      TechnicalTasks tasks,
      MajorRules rules,
      IncidentStore incidents,
      IncidentFlow flow,
      MajorFlow process) {
    this.cases = cases;
    this.steps = steps;
    this.charge = charge;
    this.tasks = tasks;
    this.rules = rules;
    this.incidents = incidents;
    this.flow = flow;
    this.process = process;
  }

  /**
   * A person declares an incident major, whatever the criteria say.
   *
   * @throws Refusal {@code incident.already-major}, {@code incident.not-open}
   */
  public void declare(String number, String reason) {
    Incident incident = locked(number);
    if (cases.going(number).isPresent()) {
      throw Refusal.conflict(
          "incident.already-major", number + " is declared a major incident already.");
    }
    if (!incident.isOpen()) {
      throw Refusal.conflict(
          "incident.not-open",
          number + " is " + incident.status() + "; only an open incident is declared.");
    }
    steps.declare(incident, rules.criteria(incident), How.PERSON, reason);
    flow.send(number, IncidentMessages.MAJOR_DECLARED, Map.of());
  }

  /**
   * It is no major incident after all.
   *
   * @throws Refusal {@code incident.not-major}; {@code incident.major-ended} once the incident has
   *     ended: report and review follow then
   */
  public void withdraw(String number, String reason) {
    led(number, "Withdrawing");
    flow.send(number, IncidentMessages.MAJOR_WITHDRAWN, Map.of("reason", reason));
  }

  /**
   * @throws Refusal {@code incident.not-major}, {@code incident.no-charge-taken}, {@code
   *     incident.same-manager}, {@code incident.unknown-manager}
   */
  public void nameManager(String number, String account) {
    locked(number);
    String present = cases.standing(number).lead().manager();
    if (present == null) {
      throw Refusal.conflict(
          "incident.no-charge-taken",
          "Nobody has taken charge of " + number + " yet; the task for that is open.");
    }
    if (account.equals(present)) {
      throw Refusal.conflict(
          "incident.same-manager", account + " is in charge of " + number + " already.");
    }
    charge.name(number, account);
  }

  /**
   * One more thing for a group to do.
   *
   * @throws Refusal {@code incident.not-major}, {@code incident.major-ended}, {@code
   *     incident.unknown-group}, {@code incident.group-sees-no-task}
   */
  public void addTechnicalTask(String number, String group, String text) {
    TechnicalTask task = tasks.give(led(number, "Adding a technical task"), group, text);
    flow.send(
        number,
        IncidentMessages.TECHNICAL_TASK_ADDED,
        Map.of("technicalTask", task.id().toString()));
  }

  private MajorIncident led(String number, String verb) {
    locked(number);
    MajorIncident major = cases.standing(number);
    if (major.stage() != MajorIncident.Stage.LED) {
      throw Refusal.conflict(
          "incident.major-ended",
          verb + " is possible only until " + number + " has ended; report and review follow now.");
    }
    return major;
  }

  private Incident locked(String number) {
    return incidents
        .lock(number)
        .orElseThrow(
            () -> Refusal.notFound("incident.unknown", "There is no incident " + number + "."));
  }

  /** The newest declaration of an incident, whatever became of it. */
  @Transactional(readOnly = true)
  public Optional<MajorIncident> latest(String number) {
    return cases.store().latest(number);
  }

  /** Groups that a technical task can be given to: those who could see it. */
  public List<SupportGroup> groupsForTasks() {
    return tasks.able();
  }

  @Transactional(readOnly = true)
  public List<TechnicalTask> technicalTasks(MajorIncident major) {
    return cases.store().tasksOf(major);
  }

  @Transactional(readOnly = true)
  public List<MajorFlow.OpenTask> openTasks(MajorIncident major) {
    return major.lead().run() == null ? List.of() : process.tasks(major.lead().run());
  }

  /**
   * Major incidents that go on, newest first.
   *
   * @param known which records the person may know of
   * @param services whose major incidents are seen; null for all
   */
  @Transactional(readOnly = true)
  public List<MajorIncident> running(KnownRecords known, Collection<String> services) {
    return cases.store().running(known, services);
  }
}
