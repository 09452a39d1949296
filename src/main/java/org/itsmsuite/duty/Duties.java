package org.itsmsuite.duty;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.itsmsuite.duty.Duty.Scope;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.ConferredGroups;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;

/**
 * The one place that keeps duties apart. It is asked before a second duty is taken: by the engine
 * for every task that {@code config/duties.yaml} names, whichever way the task is taken or ended,
 * and by practices for what is no task. The suite itself holds no duty.
 */
public class Duties {

  /** Stable key of the refusal; its field names the line. */
  public static final String KEY = "duties.conflict";

  /** The fact that somebody held both duties, as an exception allowed. */
  public static final String EXCEPTION_USED = "duties.exceptionUsed";

  private final DutyRegister register;
  private final Supplier<? extends Collection<DutyHolders>> practices;
  private final Represented represented;
  private final GrantedExceptions exceptions;
  private final Supplier<ConferredGroups> conferred;
  private final CurrentUser user;
  private final Ledger ledger;

  /** Where nobody has a deputy. */
  public Duties(
      DutyRegister register,
      Supplier<? extends Collection<DutyHolders>> practices,
      GrantedExceptions exceptions,
      Supplier<ConferredGroups> conferred,
      CurrentUser user,
      Ledger ledger) {
    this(register, practices, Represented.NOBODY, exceptions, conferred, user, ledger);
  }

  /**
   * @param practices asked late, like {@code conferred}: they may need the engine, which needs this
   */
  public Duties(
      DutyRegister register,
      Supplier<? extends Collection<DutyHolders>> practices,
      Represented represented,
      GrantedExceptions exceptions,
      Supplier<ConferredGroups> conferred,
      CurrentUser user,
      Ledger ledger) {
    this.register = register;
    this.practices = practices;
    this.represented = represented;
    this.exceptions = exceptions;
    this.conferred = conferred;
    this.user = user;
    this.ledger = ledger;
  }

  /**
   * Why this account may not take the second duty; empty if it may: it did not do the first, or an
   * exception is in force.
   *
   * @param subject number of the record, or the item's name
   * @throws IllegalArgumentException if there is no such line
   */
  public Optional<Refusal> conflicts(String subject, String duty, String account) {
    Duty line = line(duty);
    return isHolder(subject, line, account) && exceptions.inForce(line.id()).isEmpty()
        ? Optional.of(refusal(line))
        : Optional.empty();
  }

  /**
   * The same for a task. Tasks that are the duty only with certain values are judged when they are
   * completed and give empty here.
   */
  public Optional<Refusal> conflictsOfTask(
      String record, String process, String task, String account) {
    return of(process, task)
        .filter(found -> found.task.when().isEmpty())
        .flatMap(found -> conflicts(record, found.duty.id(), account));
  }

  /** For pages: whether to offer it to the person who looks. */
  public boolean allows(String subject, String duty) {
    Actor actor = user.actor();
    return !actor.isPerson() || conflicts(subject, duty, actor.id()).isEmpty();
  }

  /**
   * Lets the person who acts take the second duty, and notes it if an exception was needed.
   *
   * @throws Refusal {@code duties.conflict}
   */
  public void require(String subject, String duty) {
    require(subject, line(duty));
  }

  private void require(String subject, Duty line) {
    Actor actor = user.actor();
    if (!actor.isPerson() || !isHolder(subject, line, actor.id())) {
      return;
    }
    DutyException exception = exceptions.inForce(line.id()).orElseThrow(() -> refusal(line));
    exceptions.used(exception, subject, actor.id());
    ledger.write(
        Fact.of(subject, EXCEPTION_USED)
            .with("duty", line.id())
            .with("exception", exception.id())
            .with("approvedBy", Personal.of(exception.approvedBy()))
            .with("validUntil", exception.until().toString()));
  }

  /**
   * The person who acts completes a task.
   *
   * @param values as they were accepted
   * @throws Refusal {@code duties.conflict}
   */
  public void completing(String record, String process, String task, Map<String, ?> values) {
    of(process, task)
        .filter(found -> found.task.fits(values))
        .ifPresent(found -> require(record, found.duty));
  }

  /**
   * The person who acts ends a task in another way: by an error, an escalation, by resolving it for
   * whoever delegated it, or by moving its process past it.
   *
   * @throws Refusal {@code duties.conflict}
   */
  public void leaving(String record, String process, String task) {
    of(process, task).ifPresent(found -> require(record, found.duty));
  }

  /**
   * The person who acts moves or ends the process of a record by hand, past whatever it would ask
   * for.
   *
   * @throws Refusal {@code duties.conflict} if they did the first of any two duties on it
   */
  public void repairing(String record) {
    register.all().stream()
        .filter(duty -> !duty.tasks().isEmpty())
        .forEach(duty -> require(record, duty));
  }

  /** Ids of the tasks of a process in which second duties are done. */
  public List<String> tasksOf(String process) {
    return register.all().stream()
        .flatMap(duty -> duty.tasks().stream())
        .filter(one -> one.process().equals(process))
        .map(DutyTask::task)
        .toList();
  }

  /**
   * Why this account may not be in all of these groups; empty if it may.
   *
   * @param groups it is in, or would be; what else gives it a group's rights is added here
   */
  public Optional<Refusal> conflictsOfGroups(String account, Set<String> groups) {
    Set<String> all = new HashSet<>(groups);
    all.addAll(conferred.get().everGivenTo(account));
    return register.all().stream()
        .filter(duty -> duty.scope() == Scope.ACCOUNT && duty.isBoth(all))
        .findFirst()
        .map(Duties::refusal);
  }

  private record Found(Duty duty, DutyTask task) {}

  private Optional<Found> of(String process, String task) {
    for (Duty duty : register.all()) {
      for (DutyTask one : duty.tasks()) {
        if (one.is(process, task)) {
          return Optional.of(new Found(duty, one));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A deputy did a task in this person's place: both did it, should it be a first duty.
   *
   * @param record null does nothing: no duty is about it
   */
  public void represented(
      String record, String process, String task, String deputy, String account) {
    if (record != null && register.isFirst(process, task)) {
      represented.note(record, DutyTask.of(process, task), deputy, account);
    }
  }

  private boolean isHolder(String subject, Duty line, String account) {
    if (account == null) {
      return false;
    }
    Set<String> holders =
        practices.get().stream()
            .filter(practice -> practice.duties().contains(line.id()))
            .flatMap(practice -> practice.holders(subject, line.id()).stream())
            .collect(Collectors.toSet());
    return holders.contains(account)
        || !holders.isEmpty()
            && !line.firstTasks().isEmpty()
            && represented.is(account, subject, line.firstTasks(), holders);
  }

  private Duty line(String id) {
    return register
        .find(id)
        .filter(duty -> duty.scope() != Scope.ACCOUNT)
        .orElseThrow(() -> new IllegalArgumentException(DutyRegister.FILE + " has no line " + id));
  }

  private static Refusal refusal(Duty line) {
    return new Refusal(
        Refusal.Kind.FORBIDDEN,
        KEY,
        line.says() + " (Separation of duties: " + line.id() + ".)",
        List.of(new Refusal.Offence(line.id(), KEY, line.says())));
  }
}
