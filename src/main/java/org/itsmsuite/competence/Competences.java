package org.itsmsuite.competence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.LogInClaims;
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

  /** The fact that the log-in of whoever did it proved a skill, and nothing that was entered. */
  public static final String BY_LOG_IN = "competence.provenByLogIn";

  /** What somebody does with a task. */
  enum Step {
    TAKEN,
    ENDED
  }

  private final CompetenceRegister register;
  private final ProofStore proofs;
  private final LogInClaims claims;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  public Competences(
      CompetenceRegister register,
      ProofStore proofs,
      LogInClaims claims,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    this.register = register;
    this.proofs = proofs;
    this.claims = claims;
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
    List<Need> unproven = unproven(task, account);
    List<Need> missing = new ArrayList<>(unproven);
    missing.removeAll(provenByLogIn(unproven, account));
    return missing.stream()
        .filter(need -> need.policy() == Policy.BLOCK)
        .findFirst()
        .map(need -> refusal(need, account));
  }

  private void judge(CoveredTask task, String account, Step step) {
    List<Need> missing = new ArrayList<>(unproven(task, account));
    List<Need> byLogIn = provenByLogIn(missing, account);
    missing.removeAll(byLogIn);
    for (Need need : missing) {
      if (need.policy() == Policy.BLOCK) {
        throw refusal(need, account);
      }
    }
    once(missing, need -> ledger.write(fact(task, account, need, step)));
    once(byLogIn, need -> ledger.write(sourceFact(task, account, need, step)));
  }

  private static void once(List<Need> needs, Consumer<Need> told) {
    var skills = new HashSet<String>();
    needs.stream().filter(need -> skills.add(need.skill().id())).forEach(told);
  }

  /** Needs of skills that nothing entered proves. */
  private List<Need> unproven(CoveredTask task, String account) {
    List<Need> needs = register.inForce().stream().filter(need -> need.covers(task)).toList();
    if (needs.isEmpty()) {
      return needs;
    }
    List<String> skills = needs.stream().map(need -> need.skill().id()).distinct().toList();
    List<String> proven = proofs.proven(account, skills, time.instant());
    return needs.stream().filter(need -> !proven.contains(need.skill().id())).toList();
  }

  /** A log-in speaks of whoever logged in, so only of the person who acts. */
  private List<Need> provenByLogIn(List<Need> needs, String account) {
    if (needs.isEmpty() || !account.equals(user.actor().id())) {
      return List.of();
    }
    Set<String> told = register.claim().map(claims::values).orElse(Set.of());
    return needs.stream().filter(need -> told.contains(need.skill().id())).toList();
  }

  private static String record(CoveredTask task) {
    return task.record() == null ? "process:" + task.process() : task.record();
  }

  private static Fact fact(CoveredTask task, String account, Need need, Step step) {
    return Fact.of(record(task), MISSING)
        .with("account", Personal.of(account))
        .with("skill", need.skill().id())
        .with("policy", need.policy().name())
        .with("task", task.task())
        .with("step", step.name());
  }

  /** A token is gone the next hour: what it proved is written down, with where it was read. */
  private Fact sourceFact(CoveredTask task, String account, Need need, Step step) {
    return Fact.of(record(task), BY_LOG_IN)
        .with("account", Personal.of(account))
        .with("skill", need.skill().id())
        .with("claim", register.claim().orElseThrow())
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
