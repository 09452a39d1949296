package org.itsmsuite.replay.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.itsmsuite.engine.TimerDates;
import org.itsmsuite.identity.Actor;

/**
 * The desk's job executor: fires timers when it is told to, each at its due instant, as nobody in
 * particular.
 */
public final class DeskTimers {

  /** A timer of a record. @param event its id in the model */
  public record Timer(String job, String event, Instant due, boolean isClock) {}

  private final ManagementService management;
  private final RuntimeService runtime;
  private final TimerDates clocks;
  private final InMemoryDesk desk;
  private final RuntimeTables tables;
  private final Map<String, String> events = new HashMap<>();
  private final Map<String, String> calledFor = new HashMap<>();

  DeskTimers(ProcessEngine engine, RuntimeTables tables, TimerDates clocks, InMemoryDesk desk) {
    this.tables = tables;
    this.management = engine.getManagementService();
    this.runtime = engine.getRuntimeService();
    this.clocks = clocks;
    this.desk = desk;
  }

  /** The record's timers due before an instant, earliest first; one at that instant is not due. */
  public List<Timer> dueBefore(String number, Instant until) {
    return tables.dueBefore(until).stream()
        .filter(timer -> belongsTo(number, timer.instance()))
        .map(
            timer ->
                new Timer(
                    timer.job(),
                    event(timer.definition()),
                    timer.due(),
                    timer.repeat() != null && clocks.handles(timer.repeat())))
        .toList();
  }

  private boolean belongsTo(String number, String run) {
    var itsRun = desk.incidents().find(number).run();
    if (itsRun != null && itsRun.instance().equals(run)) {
      return true;
    }
    return number.equals(calledFor.computeIfAbsent(run, this::businessKey));
  }

  private String businessKey(String run) {
    ProcessInstance instance =
        runtime.createProcessInstanceQuery().processInstanceId(run).singleResult();
    return instance == null ? null : instance.getBusinessKey();
  }

  /** All records are gone. */
  void forgetAll() {
    calledFor.clear();
  }

  private String event(String jobDefinition) {
    return events.computeIfAbsent(
        jobDefinition,
        id ->
            management
                .createJobDefinitionQuery()
                .jobDefinitionId(id)
                .singleResult()
                .getActivityId());
  }

  /** Fires the record's clock timers due before an instant; gives back those that stayed. */
  List<Timer> fireClocks(String number, Instant until) {
    while (true) {
      List<Timer> due = dueBefore(number, until);
      var next = due.stream().filter(Timer::isClock).findFirst();
      if (next.isEmpty()) {
        return due;
      }
      fire(next.get());
    }
  }

  /** Fires everything of the record that is due before an instant, in order. */
  public void fireAll(String number, Instant until) {
    for (List<Timer> due = dueBefore(number, until);
        !due.isEmpty();
        due = dueBefore(number, until)) {
      fire(due.get(0));
    }
  }

  /**
   * Fires the record's timer with that id in the model.
   *
   * @throws NoSuchElementException if there is none
   */
  public void fire(String number, String event) {
    fire(
        dueBefore(number, TimerDates.REST).stream()
            .filter(timer -> timer.event().equals(event))
            .findFirst()
            .orElseThrow(
                () -> new NoSuchElementException("No timer " + event + " runs for " + number)));
  }

  /** The time moves to the timer's due instant, unless it is later already. */
  private void fire(Timer timer) {
    if (timer.due().isAfter(desk.now())) {
      desk.at(timer.due());
    }
    Actor before = desk.actor();
    desk.as(Actor.SYSTEM);
    try {
      management.executeJob(timer.job());
    } finally {
      desk.as(before);
    }
  }
}
