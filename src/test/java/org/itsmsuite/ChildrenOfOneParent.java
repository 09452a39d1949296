package org.itsmsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.IncidentLinks;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.LinkType;
import org.itsmsuite.incident.NewIncident;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.Urgency;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Families under load: the job executor runs, people act at the same moment. */
@Tag("own-jvm")
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ChildrenOfOneParent {

  private static final int CHILDREN = 200;

  private RunningSuite suite;
  private Incidents incidents;

  /** Where the data are: arguments of the start. */
  abstract String[] database();

  @BeforeAll
  void start(@TempDir Path data) {
    suite = RunningSuite.start(data, null, database());
    incidents = suite.bean(Incidents.class);
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  private String child(String parent) {
    String number =
        incidents
            .report(
                new NewIncident(
                    "E-mail does not arrive",
                    null,
                    "email",
                    null,
                    IncidentKind.INTERRUPTION,
                    Impact.LOW,
                    Urgency.LOW,
                    null,
                    "event",
                    false,
                    null,
                    null))
            .number();
    suite.bean(IncidentLinks.class).link(number, LinkType.CHILD_OF, parent, null);
    return number;
  }

  private void complete(String number, String key, Map<String, Object> values) {
    var tasks = suite.engine().getTaskService();
    EngineCalls.internally(
        () -> {
          var task =
              tasks
                  .createTaskQuery()
                  .processInstanceBusinessKey(number)
                  .taskDefinitionKey(key)
                  .singleResult();
          tasks.complete(task.getId(), values);
        });
  }

  private void resolve(String number) {
    complete(
        number,
        "userTask_triageIncident",
        Map.of("mechanism", "INCIDENT", "category", "other", "impact", "LOW", "urgency", "LOW"));
    complete(
        number,
        "userTask_restoreService",
        Map.of(
            "result",
            "RESTORED",
            "resolution",
            "Restarted the queue",
            "resolutionCode",
            "FIXED",
            "causeKnown",
            "YES"));
  }

  private Status status(String number) {
    return incidents.find(number).status();
  }

  private void awaitStatus(Status status, List<String> numbers) {
    await()
        .atMost(Duration.ofSeconds(200))
        .untilAsserted(
            () ->
                assertThat(numbers)
                    .filteredOn(number -> status(number) != status)
                    .as("not yet " + status)
                    .isEmpty());
  }

  private void atTheSameMoment(List<Callable<Void>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(8, work.size()));
    try {
      for (var done : threads.invokeAll(work, 200, TimeUnit.SECONDS)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void twoHundredAreResolvedWithItAndKeepItFromBeingClosed() throws Exception {
    String parent = reported(suite.as("requester"), report());
    List<String> children = new ArrayList<>();
    for (int i = 0; i < CHILDREN; i++) {
      children.add(child(parent));
    }
    jobExecutor().shutdown();
    resolve(parent);
    eachByOneJobOfItsOwn(parent);
    assertThat(children).noneMatch(number -> status(number) == Status.RESOLVED);
    jobExecutor().start();
    awaitStatus(Status.RESOLVED, children);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> suite.engine().getManagementService().createJobQuery().messages().count() == 0);
    assertThat(failures(parent)).isZero();
    eachOnce("incident.resolved", children);
    assertThat(suite.as("requester").act(parent, "confirm", Map.of()).at("status"))
        .isEqualTo("RESOLVED");

    atTheSameMoment(
        children.subList(1, CHILDREN).stream()
            .map(number -> (Callable<Void>) () -> confirmed(number))
            .toList());
    assertThat(status(parent)).isEqualTo(Status.RESOLVED);
    assertThat(timeline(parent)).doesNotContain("incident.closed");
    confirmed(children.get(0));

    assertThat(status(parent)).isEqualTo(Status.CLOSED);
    eachOnce("incident.closed", children);
    assertThat(suite.engine().getRuntimeService().createIncidentQuery().count()).isZero();
    assertThat(suite.engine().getManagementService().createJobQuery().withException().count())
        .isZero();
    assertThat(timeline(parent)).containsOnlyOnce("incident.closed");
    var verification = suite.as("auditor").get("/api/ledger/verification");
    assertThat(verification.body().path("intact").asBoolean()).as(verification.text()).isTrue();
  }

  private JobExecutor jobExecutor() {
    var engine = (ProcessEngineConfigurationImpl) suite.engine().getProcessEngineConfiguration();
    return engine.getJobExecutor();
  }

  /** As they wait for the job executor: one for each child, and nothing has been done to it. */
  private void eachByOneJobOfItsOwn(String parent) {
    assertThat(
            suite
                .engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(process(parent))
                .activityId("serviceTask_resolveChildren")
                .messages()
                .list())
        .hasSize(CHILDREN)
        .extracting(job -> ((JobEntity) job).getExecutionId())
        .doesNotHaveDuplicates();
  }

  private long failures(String parent) {
    return suite
        .engine()
        .getHistoryService()
        .createHistoricJobLogQuery()
        .processInstanceId(process(parent))
        .failureLog()
        .count();
  }

  private String process(String parent) {
    return suite
        .engine()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(parent)
        .singleResult()
        .getId();
  }

  private void eachOnce(String what, List<String> numbers) {
    assertThat(
            suite
                .bean(JdbcClient.class)
                .sql("select record from itsm.ledger_entry where what = ?")
                .param(what)
                .query(String.class)
                .list())
        .filteredOn(numbers::contains)
        .containsExactlyInAnyOrderElementsOf(numbers);
  }

  private Void confirmed(String number) {
    incidents.confirm(number);
    return null;
  }

  private List<String> timeline(String number) {
    return suite
        .as("auditor")
        .get("/api/records/" + number + "/timeline")
        .body()
        .findValuesAsText("what");
  }

  /** Either the parent sees that the child is closed, or the child sees that the parent waits. */
  @RepeatedTest(10)
  void aParentConfirmedAtTheMomentItsLastChildIsClosedDoesNotWaitForEver() throws Exception {
    String parent = reported(suite.as("requester"), report());
    String child = child(parent);
    resolve(parent);
    awaitStatus(Status.RESOLVED, List.of(child));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                suite
                        .engine()
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(parent)
                        .count()
                    == 1);
    var start = new CyclicBarrier(2);
    atTheSameMoment(
        List.of(
            () -> {
              start.await(30, TimeUnit.SECONDS);
              return confirmed(parent);
            },
            () -> {
              start.await(30, TimeUnit.SECONDS);
              return confirmed(child);
            }));

    assertThat(status(child)).isEqualTo(Status.CLOSED);
    assertThat(status(parent)).isEqualTo(Status.CLOSED);
  }
}
