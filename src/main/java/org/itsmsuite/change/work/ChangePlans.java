package org.itsmsuite.change.work;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeStore;
import org.itsmsuite.change.Changes;
import org.itsmsuite.identity.Absent;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.refusal.Refusal.Offence;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans of tasks: which groups do what, one after the other and side by side. Who may edit one is
 * decided before it is called.
 */
@Transactional
public class ChangePlans {

  /** No plan has more steps. */
  public static final int STEPS = 100;

  /** No step takes longer: a week, in minutes. */
  public static final int MINUTES = 7 * 24 * 60;

  private static final int TEXT = 2_000;

  private final ChangeStore changes;
  private final PlanStore plans;
  private final SupportGroups groups;
  private final Ledger ledger;

  public ChangePlans(ChangeStore changes, PlanStore plans, SupportGroups groups, Ledger ledger) {
    this.changes = changes;
    this.plans = plans;
    this.groups = groups;
    this.ledger = ledger;
  }

  @Transactional(readOnly = true)
  public WorkPlan of(String number) {
    return plans.of(number);
  }

  /** Whether it may still be edited. */
  public static boolean isOpen(Change change) {
    return change.status().isBeforeStart();
  }

  /**
   * Replaces the plan. What was approved stays approved: what is touched, and when, is no part of
   * the plan (V17).
   *
   * @param steps in the order they are shown; none takes the plan away
   * @throws Refusal {@code change.under-implementation}, {@code change.not-open}, {@code
   *     change.plan-too-long}, {@code change.plan-outlasts-window} and with each field as {@code
   *     steps[0].group}: {@code request.missing}, {@code request.too-long}, {@code
   *     change.unknown-group}, {@code change.plan-gap}, {@code change.plan-minutes}
   */
  public WorkPlan edit(String number, List<Draft> steps) {
    Change change = changes.lock(number).orElseThrow(() -> Absent.of(Changes.PRACTICE, number));
    change.requireBeforeStart("editing its plan");
    var plan = checked(steps);
    if (change.window() != null
        && change.window().from().plus(plan.length()).isAfter(change.window().to())) {
      throw Refusal.invalid(
          "change.plan-outlasts-window",
          "steps",
          "One after the other these steps take "
              + plan.length().toMinutes()
              + " minutes; the window is shorter.");
    }
    WorkPlan before = plans.of(number);
    if (!plan.equals(before)) {
      plans.replace(number, plan);
      ledger.write(
          change
              .fact("change.planEdited")
              .changed("steps", Personal.of(text(before)), Personal.of(text(plan))));
    }
    return plan;
  }

  /**
   * A step as somebody wrote it.
   *
   * @param turn null or anything if it is wrong
   */
  public record Draft(Integer turn, String group, String what, Integer minutes) {}

  private WorkPlan checked(List<Draft> drafts) {
    if (drafts.size() > STEPS) {
      throw Refusal.invalid(
          "change.plan-too-long", "steps", "A plan has at most " + STEPS + " steps.");
    }
    List<Offence> offences = new ArrayList<>();
    List<PlanStep> steps = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft one = drafts.get(i);
      String at = "steps[" + i + "].";
      text(one, at, offences);
      group(one, at, offences);
      if (one.minutes() == null || one.minutes() < 1 || one.minutes() > MINUTES) {
        offences.add(
            new Offence(
                at + "minutes",
                "change.plan-minutes",
                "How many minutes it takes: from 1 to " + MINUTES + "."));
      }
      if (one.turn() == null || one.turn() < 1) {
        offences.add(
            new Offence(at + "order", "change.plan-gap", "When it comes: 1, 2 and so on."));
      } else if (offences.isEmpty()) {
        steps.add(
            new PlanStep(
                i + 1, one.turn(), one.group().strip(), one.what().strip(), one.minutes(), null));
      }
    }
    gaps(drafts, offences);
    if (!offences.isEmpty()) {
      Offence first = offences.get(0);
      throw new Refusal(Refusal.Kind.INVALID, first.key(), first.detail(), offences);
    }
    return new WorkPlan(steps);
  }

  private static void text(Draft one, String at, List<Offence> offences) {
    if (one.what() == null || one.what().isBlank()) {
      offences.add(new Offence(at + "what", "request.missing", "Say what is to be done."));
    } else if (one.what().strip().length() > TEXT) {
      offences.add(
          new Offence(at + "what", "request.too-long", "At most " + TEXT + " characters."));
    } else if (one.what().chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
      offences.add(
          new Offence(at + "what", "request.control-character", "It has a control character."));
    }
  }

  private void group(Draft one, String at, List<Offence> offences) {
    if (one.group() == null || one.group().isBlank()) {
      offences.add(new Offence(at + "group", "request.missing", "Say which group does it."));
    } else if (groups.find(one.group().strip()).isEmpty()) {
      offences.add(
          new Offence(
              at + "group", "change.unknown-group", "There is no such group; choose one listed."));
    }
  }

  /** Each turn follows the one before: 1, 1, 2 is a plan, 1, 3 is none. */
  private static void gaps(List<Draft> drafts, List<Offence> offences) {
    var turns = new TreeSet<Integer>();
    drafts.forEach(
        one -> {
          if (one.turn() != null && one.turn() > 0) {
            turns.add(one.turn());
          }
        });
    int expected = 1;
    for (int turn : turns) {
      if (turn != expected) {
        for (int i = 0; i < drafts.size(); i++) {
          if (drafts.get(i).turn() != null && drafts.get(i).turn() == turn) {
            offences.add(
                new Offence(
                    "steps[" + i + "].order",
                    "change.plan-gap",
                    "There is no step " + expected + " before step " + turn + "."));
          }
        }
        return;
      }
      expected++;
    }
  }

  private static String text(WorkPlan plan) {
    List<String> lines =
        plan.steps().stream()
            .map(
                one ->
                    one.turn()
                        + ". "
                        + one.group()
                        + ", "
                        + one.minutes()
                        + " minutes: "
                        + one.what())
            .toList();
    return lines.isEmpty() ? null : String.join("\n", lines);
  }
}
