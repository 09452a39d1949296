package org.itsmsuite.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.EngineSession;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.NewIncident;
import org.itsmsuite.incident.Urgency;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The suite as its pages, its API and Tasklist use it, without the web in between: every call is a
 * request of a person, whose groups are read anew and whose rights the engine checks.
 */
final class SuiteDesk implements Desk {

  private final Incidents incidents;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final EngineSession engine;
  private final CurrentUser user;

  SuiteDesk(ApplicationContext suite) {
    this.incidents = suite.getBean(Incidents.class);
    this.tasks = suite.getBean(TaskService.class);
    this.runtime = suite.getBean(RuntimeService.class);
    this.management = suite.getBean(ManagementService.class);
    this.engine = suite.getBean(EngineSession.class);
    this.user = suite.getBean(CurrentUser.class);
  }

  private <T> T as(String account, Supplier<T> request) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(account, null, List.of()));
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest()));
    try (var session = engine.as(user.actor())) {
      return request.get();
    } finally {
      RequestContextHolder.resetRequestAttributes();
      SecurityContextHolder.clearContext();
    }
  }

  @Override
  public String report() {
    return as(
        "requester",
        () ->
            incidents
                .report(
                    new NewIncident(
                        (String) TicketCycle.REPORT.get("title"),
                        (String) TicketCycle.REPORT.get("description"),
                        "email",
                        null,
                        IncidentKind.INTERRUPTION,
                        Impact.MEDIUM,
                        Urgency.MEDIUM,
                        null,
                        "page",
                        false,
                        null,
                        null))
                .number());
  }

  @Override
  public String take(String ticket, String account) {
    return as(
        account,
        () -> {
          String task =
              tasks.createTaskQuery().processInstanceBusinessKey(ticket).singleResult().getId();
          tasks.claim(task, account);
          return task;
        });
  }

  @Override
  public void complete(String task, String account, Map<String, Object> form) {
    as(
        account,
        () -> {
          tasks.complete(task, form);
          return null;
        });
  }

  @Override
  public void confirm(String ticket) {
    as(
        "requester",
        () -> {
          incidents.confirm(ticket);
          return null;
        });
  }

  @Override
  public String lastJob(String ticket) {
    return EngineCalls.internally(
        () ->
            management
                .createJobQuery()
                .processInstanceId(
                    runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(ticket)
                        .singleResult()
                        .getId())
                .singleResult()
                .getId());
  }

  @Override
  public void run(String job) {
    management.executeJob(job);
  }

  @Override
  public boolean isOver(String ticket) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(ticket).count() == 0;
  }
}
