package org.itsmsuite.deputy.process;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.itsmsuite.deputy.Absence;
import org.itsmsuite.deputy.AbsenceStore;
import org.itsmsuite.deputy.HandedOn;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the open tasks of a person in the engine's tables, a page at a time. */
@Component
class EngineHandedOn implements HandedOn {

  private static final String PAGE = " and ID_ > ? order by ID_ fetch first 100 rows only";
  private static final String ASSIGNED = "select ID_ from ACT_RU_TASK where ASSIGNEE_ = ?" + PAGE;
  private static final String ON_BEHALF =
      "select ID_ from ACT_RU_TASK where OWNER_ = ? and ASSIGNEE_ <> OWNER_" + PAGE;

  private final ObjectProvider<ProcessEngine> engine;
  private final TaskPassing passing;
  private final AbsenceStore store;
  private final Ledger ledger;
  private final JdbcClient jdbc;

  EngineHandedOn(
      ObjectProvider<ProcessEngine> engine,
      TaskPassing passing,
      AbsenceStore store,
      Ledger ledger,
      JdbcClient jdbc) {
    this.engine = engine;
    this.passing = passing;
    this.store = store;
    this.ledger = ledger;
    this.jdbc = jdbc;
  }

  @Override
  public void absenceBegins(UUID id) {
    store
        .lock(id)
        .filter(absence -> !absence.begun())
        .ifPresent(
            absence -> {
              int passed = pass(ASSIGNED, absence.account(), task -> true);
              store.begun(id);
              ledger.write(
                  Fact.of(absence.record(), "absence.begun").with("tasksPassedOn", passed));
            });
  }

  @Override
  public void absenceEnds(Absence absence) {
    int back = pass(ON_BEHALF, absence.account(), task -> true);
    if (absence.begun()) {
      ledger.write(Fact.of(absence.record(), "absence.over").with("tasksGivenBack", back));
    }
  }

  @Override
  public void passOn(String account, String group) {
    pass(
        ASSIGNED,
        account,
        task ->
            group == null
                || task.getCandidates().stream().anyMatch(link -> group.equals(link.getGroupId())));
  }

  private int pass(String sql, String account, Predicate<TaskEntity> which) {
    int passed = 0;
    List<String> page = page(sql, account, "");
    while (!page.isEmpty()) {
      for (String task : page) {
        passed += pass(task, which) ? 1 : 0;
      }
      page = page(sql, account, page.get(page.size() - 1));
    }
    return passed;
  }

  private List<String> page(String sql, String account, String after) {
    return jdbc.sql(sql).params(account, after).query(String.class).list();
  }

  private boolean pass(String id, Predicate<TaskEntity> which) {
    var configuration =
        (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
    return EngineCalls.internally(
        () ->
            configuration
                .getCommandExecutorTxRequired()
                .execute(
                    command -> {
                      TaskEntity task = command.getTaskManager().findTaskById(id);
                      return task != null && which.test(task) && pass(task);
                    }));
  }

  private boolean pass(TaskEntity task) {
    boolean passed =
        passing.pass(task, task.getOwner() == null ? task.getAssignee() : task.getOwner());
    if (passed) {
      task.triggerUpdateEvent();
    }
    return passed;
  }
}
