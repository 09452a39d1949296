package org.itsmsuite.change.work;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.change.Category;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.Implementation;
import org.itsmsuite.change.Moment;
import org.itsmsuite.change.Outcome;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.WindowAgreements;
import org.itsmsuite.change.WindowChecks;
import org.itsmsuite.change.WindowFinding;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;

/**
 * The work on a change, from its place in the schedule to the review. Called by the steps of the
 * process, inside the transaction that moves it.
 */
public class ChangeWork {

  private final ChangeSteps steps;
  private final WorkStore store;
  private final PlanStore plans;
  private final DeployedItems deployed;
  private final WindowChecks windows;
  private final WindowAgreements agreements;
  private final Calendars calendars;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  public ChangeWork(
      ChangeSteps steps,
      WorkStore store,
      PlanStore plans,
      DeployedItems deployed,
      WindowChecks windows,
      WindowAgreements agreements,
      Calendars calendars,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    this.steps = steps;
    this.store = store;
    this.plans = plans;
    this.deployed = deployed;
    this.windows = windows;
    this.agreements = agreements;
    this.calendars = calendars;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
  }

  /** Whether it has a window that is not over and that nothing was found about. */
  public boolean isWindowFree(String number) {
    Change change = steps.change(number);
    return lies(change.window()) && windows.check(change, Moment.SCHEDULING).findings().isEmpty();
  }

  /** Whether it is approved, its window is not over, and nothing forbids to begin now. */
  public boolean mayBegin(String number) {
    Change change = steps.change(number);
    return change.isScheduled()
        && lies(change.window())
        && windows.check(change, Moment.START).blocks().isEmpty();
  }

  private boolean lies(Window window) {
    return window != null && window.to().isAfter(time.instant());
  }

  /** What was found about its window at this moment; for people who settle it. */
  public List<WindowFinding> findings(Change change) {
    return change.window() == null
        ? List.of()
        : windows.check(change, Moment.SCHEDULING).findings();
  }

  /**
   * It is done in the window it has, in spite of what was found.
   *
   * @throws Refusal {@code change.no-window} without one, {@code change.window-over}, {@code
   *     change.window-blocked} if something forbids it
   */
  public void settled(String number, String why) {
    Change change = steps.change(number);
    if (change.window() == null) {
      throw Refusal.invalid("change.no-window", "from", "It has no window yet: choose one.");
    }
    requireAhead(change.window());
    List<WindowFinding> blocks = windows.check(change, Moment.SCHEDULING).blocks();
    if (!blocks.isEmpty()) {
      throw Refusal.invalid("change.window-blocked", "choice", blocks.get(0).text());
    }
    agreements.agreed(change, why);
    note(number, WorkStep.SETTLE_WINDOW, "GO_AHEAD", why);
  }

  /**
   * It gets this window. If it was approved for another, the approval is void (V17).
   *
   * @throws Refusal {@code change.window-over} if it has ended, and as the checks of a request say
   */
  public void settled(String number, Window window, String why) {
    requireAhead(window);
    steps.windowSettled(number, window, why);
    note(number, WorkStep.SETTLE_WINDOW, "WINDOW", why);
  }

  private void requireAhead(Window window) {
    if (!lies(window)) {
      throw Refusal.invalid("change.window-over", "to", "This window is over: choose another.");
    }
  }

  /** It has its place in the schedule, in the window that it has. */
  public void scheduled(String number) {
    steps.scheduled(number, steps.change(number).window());
  }

  public void begun(String number) {
    steps.implementationStarted(number);
  }

  /** It could not begin; it is planned again, or judged again if its approval is void. */
  public void leftUnbegun(String number) {
    Change change = steps.change(number);
    String why =
        windows.check(change, Moment.START).blocks().stream()
            .map(WindowFinding::text)
            .findFirst()
            .orElse(
                change.isApproved()
                    ? "Its window is over."
                    : "Its approval does not hold any more.");
    steps.implemented(number, Implementation.NOT_STARTED, why);
  }

  /** The plan of tasks; {@link WorkPlan#NONE} for a change that is carried out in one task. */
  public WorkPlan plan(String number) {
    return plans.of(number);
  }

  /**
   * When a step is to be over: as planned, or with the window.
   *
   * @param position of a step of the plan, or 0 for the whole change
   */
  public Instant due(String number, int position) {
    Window window = steps.change(number).window();
    WorkPlan plan = plans.of(number);
    return plan.step(position)
        .map(step -> plan.ends(step, window.from()))
        .filter(end -> end.isBefore(window.to()))
        .orElse(window.to());
  }

  /**
   * A step was done, or failed.
   *
   * @param position of a step of the plan, or 0 for the whole change
   * @param outcome {@code YES} if it worked
   * @param from when it began; null for when its turn came
   * @param evidence never empty: the form asks for it
   * @throws Refusal {@code change.step-times}
   */
  public void carriedOut(
      String number, int position, String outcome, Instant from, String evidence) {
    WorkPlan plan = plans.of(number);
    plan.step(position)
        .ifPresent(
            step -> {
              Instant start = steps.change(number).result().startedAt();
              Instant begun = from == null ? plan.came(step, start) : from;
              if (begun.isBefore(start) || begun.isAfter(time.instant())) {
                throw Refusal.invalid(
                    "change.step-times",
                    "begun",
                    "It began after the change did, and before it was over.");
              }
              plans.done(
                  number,
                  step.done(
                      new PlanStep.Done(
                          begun,
                          time.instant(),
                          user.actor().id(),
                          "YES".equals(outcome),
                          evidence)));
            });
    note(number, WorkStep.CARRY_OUT, outcome, evidence, position == 0 ? null : position);
  }

  /** Whether what was carried out last failed. */
  public boolean hasFailed(String number) {
    return !"YES".equals(last(number, WorkStep.CARRY_OUT).outcome());
  }

  /** Evidence of a step. */
  public void note(String number, WorkStep step, String outcome, String text) {
    note(number, step, outcome, text, null);
  }

  private void note(String number, WorkStep step, String outcome, String text, Integer planned) {
    var note =
        new WorkNote(
            number,
            store.of(number).size() + 1,
            step,
            outcome,
            text,
            user.actor().id(),
            time.instant());
    store.add(note);
    ledger.write(
        steps
            .change(number)
            .fact("change.workDone")
            .with("position", note.position())
            .with("step", step.name())
            .with("planned", planned)
            .with("outcome", outcome)
            .with("evidence", Personal.of(text))
            .with("by", Personal.of(note.by())));
  }

  /**
   * Somebody has looked at what a major change has made, point by point (I-11, I-12).
   *
   * @param points {@code YES}, {@code NO} or {@code NOT_APPLICABLE} by what was looked at
   * @throws Refusal {@code change.acceptance-contradicts} if it is accepted in spite of a no
   */
  public void accepted(String number, String outcome, Map<String, String> points, String evidence) {
    boolean lacks = points.containsValue("NO");
    if ("YES".equals(outcome) && lacks) {
      throw Refusal.invalid(
          "change.acceptance-contradicts",
          "outcome",
          "It is not accepted while a point is answered with no.");
    }
    String list =
        points.entrySet().stream()
            .map(point -> point.getKey() + ": " + point.getValue())
            .collect(Collectors.joining(", "));
    note(number, WorkStep.ACCEPT, outcome, evidence + "\n" + list);
    ledger.write(
        steps
            .change(number)
            .fact("change.accepted")
            .with("interfaces", List.of("I-11", "I-12"))
            .with("accepted", "YES".equals(outcome))
            .with("points", points.toString()));
  }

  /** Whether it goes to service design and transition as soon as that has a process (I-11). */
  public boolean isMajor(String number) {
    return steps.change(number).category() == Category.MAJOR;
  }

  /** It was carried out, and works; its items' history says so. */
  public void succeeded(String number) {
    steps.implemented(number, Implementation.IMPLEMENTED, last(number, WorkStep.CARRY_OUT).text());
    Change change = steps.change(number);
    deployed.deployed(change);
    ledger.write(
        change
            .fact("change.deployed")
            .with("interfaces", List.of("I-10", "I-13"))
            .with("items", change.items()));
  }

  /** It failed: backed out if whoever did that says that everything is as it was. */
  public void failed(String number) {
    boolean asBefore = "YES".equals(last(number, WorkStep.BACK_OUT).outcome());
    steps.implemented(
        number,
        asBefore ? Implementation.BACKED_OUT : Implementation.FAILED,
        last(number, WorkStep.INVESTIGATE).text());
  }

  private void requireAccepted(String number, Outcome outcome) {
    if (store.of(number).stream().noneMatch(note -> note.step() == WorkStep.ACCEPT)) {
      throw Refusal.conflict(
          "change.not-accepted",
          "What " + number + " has made was not accepted yet, point by point.");
    }
    if (outcome == Outcome.SUCCESSFUL && !hasWorked(number, WorkStep.ACCEPT)) {
      throw Refusal.invalid(
          "change.outcome-contradicts",
          "outcome",
          "What it has made was not accepted: it is no success without issues.");
    }
  }

  private boolean hasWorked(String number, WorkStep step) {
    return store.of(number).stream()
        .filter(note -> note.step() == step)
        .reduce((one, later) -> later)
        .filter(note -> "YES".equals(note.outcome()))
        .isPresent();
  }

  private WorkNote last(String number, WorkStep step) {
    return store.of(number).stream()
        .filter(note -> note.step() == step)
        .reduce((one, later) -> later)
        .orElseThrow(
            () ->
                Refusal.conflict(
                    "change.no-evidence",
                    "There is no evidence of " + step + " of " + number + "."));
  }

  /**
   * A moment to come, such as when it is reviewed.
   *
   * @param after working time or working days since now, as {@link WorkingSpan} reads them
   */
  public Instant within(String after, String calendar) {
    return WorkingSpan.parse(after).after(calendars.current(calendar).calendar(), time.instant());
  }

  /**
   * What came of it.
   *
   * @throws Refusal {@code change.outcome-contradicts} if a change that was backed out, or failed,
   *     is called a success, or one without issues that is major and was not accepted; {@code
   *     change.not-accepted} if it is major and nobody has answered; {@code
   *     change.no-deployment-result} if it touches items and nothing tells that it was carried out
   *     and verified (S-85)
   */
  public void reviewed(String number, Outcome outcome, String text) {
    Change change = steps.change(number);
    boolean worked = change.result().implementation() == Implementation.IMPLEMENTED;
    if (!worked && outcome != Outcome.UNSUCCESSFUL) {
      throw Refusal.invalid(
          "change.outcome-contradicts",
          "outcome",
          "It was "
              + (change.result().implementation() == Implementation.BACKED_OUT
                  ? "backed out"
                  : "not carried out as planned")
              + ": it did not do what it was meant for.");
    }
    if (worked && change.category() == Category.MAJOR) {
      requireAccepted(number, outcome);
    }
    if (worked
        && !change.items().isEmpty()
        && !(hasWorked(number, WorkStep.CARRY_OUT) && hasWorked(number, WorkStep.VERIFY))) {
      throw Refusal.conflict(
          "change.no-deployment-result",
          "Nothing tells what was done to the items of "
              + number
              + " and that it works: it is not closed as implemented.");
    }
    steps.reviewed(number, outcome, text);
  }

  /** Evidence so far, the oldest first. */
  public List<WorkNote> notes(String number) {
    return store.of(number);
  }
}
