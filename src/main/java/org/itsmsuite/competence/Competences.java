package org.itsmsuite.competence;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;

/**
 * The one place that holds needed against proven skills. The engine asks it when a task is taken,
 * given to somebody or ended, whichever way the call came. Where no need is in force nothing is
 * read. The suite itself needs no skill.
 */
public class Competences {

  /** Stable key of the refusal, and the fact where the policy is to warn. */
  public static final String MISSING = "competence.missing";

  /** What somebody does with a task. */
  enum Step {
    TAKEN,
    ENDED
  }

  private final CompetenceRegister register;
  private final ProofStore proofs;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  public Competences(
      CompetenceRegister register, ProofStore proofs, CurrentUser user, Ledger ledger, Clock time) {
    this.register = register;
    this.proofs = proofs;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
  }

  /** Whether a need in force could be about this task; asks nobody. */
  public boolean mayCover(String process, String task) {
    return register.inForce().stream().anyMatch(need -> need.mayCover(process, task));
  }

  /**
   * An account takes a task, or is given it.
   *
   * @throws Refusal {@code competence.missing}
   */
  public void taken(CoveredTask task, String account) {
    judge(task, account, Step.TAKEN);
  }

  /**
   * The person who acts ends a task: proofs may have run out since it was taken, and it may never
   * have been.
   *
   * @throws Refusal {@code competence.missing}
   */
  public void ended(CoveredTask task) {
    Actor actor = user.actor();
    if (actor.isPerson()) {
      judge(task, actor.id(), Step.ENDED);
    }
  }

  /** Why this account would be refused the task at this moment; empty if it would not. */
  public Optional<Refusal> bars(CoveredTask task, String account) {
    return missing(task, account).stream()
        .filter(need -> need.policy() == Policy.BLOCK)
        .findFirst()
        .map(need -> refusal(need, account));
  }

  private void judge(CoveredTask task, String account, Step step) {
    List<Need> missing = missing(task, account);
    for (Need need : missing) {
      if (need.policy() == Policy.BLOCK) {
        throw refusal(need, account);
      }
    }
    var told = new LinkedHashSet<String>();
    for (Need need : missing) {
      if (told.add(need.skill().id())) {
        ledger.write(fact(task, account, need, step));
      }
    }
  }

  private List<Need> missing(CoveredTask task, String account) {
    List<Need> needs = register.inForce().stream().filter(need -> need.covers(task)).toList();
    if (needs.isEmpty()) {
      return needs;
    }
    List<String> skills = needs.stream().map(need -> need.skill().id()).distinct().toList();
    List<String> proven = proofs.proven(account, skills, time.instant());
    return needs.stream().filter(need -> !proven.contains(need.skill().id())).toList();
  }

  private static Fact fact(CoveredTask task, String account, Need need, Step step) {
    String record = task.record() == null ? "process:" + task.process() : task.record();
    return Fact.of(record, MISSING)
        .with("account", Personal.of(account))
        .with("skill", need.skill().id())
        .with("policy", need.policy().name())
        .with("task", task.task())
        .with("step", step.name());
  }

  private static Refusal refusal(Need need, String account) {
    String skill = need.skill().id();
    String detail =
        "This task needs the skill %s (%s), and nothing valid proves it of %s. Leave the task to a colleague who has it, or have a proof entered on the page Competences."
            .formatted(skill, need.skill().meaning(), account);
    return new Refusal(
        Refusal.Kind.FORBIDDEN,
        MISSING,
        detail,
        List.of(new Refusal.Offence(skill, MISSING, detail)));
  }
}
