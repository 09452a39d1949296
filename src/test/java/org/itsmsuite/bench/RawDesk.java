package org.itsmsuite.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;

/**
 * The same tickets on the bare engine, as a first attempt would have them: whatever is known of a
 * ticket is a process variable, the engine's history is the record. No record of our own, no clocks
 * that know working time, no ledger, no message to anybody, no rights, no check of forms.
 */
final class RawDesk implements Desk {

  private final ProcessEngine engine;

  RawDesk(ProcessEngine engine) {
    this.engine = engine;
  }

  @Override
  public String report() {
    String ticket = "RAW-" + UUID.randomUUID();
    engine
        .getRuntimeService()
        .startProcessInstanceByKey(
            "incident-triage",
            ticket,
            Variables.fromMap(TicketCycle.REPORT)
                .putValue("kind", "INTERRUPTION")
                .putValue("channel", "page")
                .putValue("service", "email")
                .putValue("serviceGroup", "second-level")
                .putValue("customer", "north-office")
                .putValue("requester", "requester")
                .putValue("security", false)
                .putValue("impact", "MEDIUM")
                .putValue("urgency", "MEDIUM")
                .putValue("triaged", false));
    return ticket;
  }

  @Override
  public String take(String ticket, String account) {
    String task = task(ticket);
    engine.getTaskService().claim(task, account);
    return task;
  }

  private String task(String ticket) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(ticket)
        .singleResult()
        .getId();
  }

  @Override
  public void complete(String task, String account, Map<String, Object> form) {
    Map<String, Object> values = new HashMap<>(form);
    if (form.containsKey("mechanism")) {
      values.put("found", form.get("mechanism"));
      values.put("triaged", true);
    }
    engine.getTaskService().complete(task, values);
  }

  @Override
  public void confirm(String ticket) {
    engine.getTaskService().complete(task(ticket), Map.of("confirmed", "YES"));
  }

  @Override
  public String lastJob(String ticket) {
    return engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(ticket)
                .singleResult()
                .getId())
        .singleResult()
        .getId();
  }

  @Override
  public void run(String job) {
    engine.getManagementService().executeJob(job);
  }

  @Override
  public boolean isOver(String ticket) {
    return engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(ticket)
            .count()
        == 0;
  }
}
