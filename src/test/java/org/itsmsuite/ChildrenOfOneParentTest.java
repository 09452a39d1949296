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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Families under load: the job executor runs, people act at the same moment. */
@Tag("own-jvm")
@Timeout(300)
class ChildrenOfOneParentTest {

  private static final int CHILDREN = 200;

  @TempDir static Path data;
  private static RunningSuite suite;
  private static Incidents incidents;

  @BeforeAll
  static void start() {
    suite =
        RunningSuite.start(
            data,
            null,
            "--spring.datasource.url=jdbc:h2:mem:"
                + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    incidents = suite.bean(Incidents.class);
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  private static String child(String parent) {
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

  private static void complete(String number, String key, Map<String, Object> values) {
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

  private static void resolve(String number) {
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

  private static Status status(String number) {
    return incidents.find(number).status();
  }

  private static void awaitStatus(Status status, List<String> numbers) {
    await()
        .atMost(Duration.ofSeconds(200))
        .untilAsserted(
            () ->
                assertThat(numbers)
                    .filteredOn(number -> status(number) != status)
                    .as("not yet " + status)
                    .isEmpty());
  }

  private static void atTheSameMoment(List<Callable<Void>> work) throws Exception {
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
    resolve(parent);
    awaitStatus(Status.RESOLVED, children);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> suite.engine().getManagementService().createJobQuery().messages().count() == 0);
    assertThat(suite.as("requester").act(parent, "confirm", Map.of()).at("status"))
        .isEqualTo("RESOLVED");

    atTheSameMoment(
        children.subList(1, CHILDREN).stream()
            .map(number -> (Callable<Void>) () -> confirmed(number))
            .toList());
    assertThat(status(parent)).isEqualTo(Status.RESOLVED);
    confirmed(children.get(0));

    assertThat(status(parent)).isEqualTo(Status.CLOSED);
    assertThat(suite.engine().getRuntimeService().createIncidentQuery().count()).isZero();
    assertThat(timeline(parent)).containsOnlyOnce("incident.closed");
    var verification = suite.as("auditor").get("/api/ledger/verification");
    assertThat(verification.body().path("intact").asBoolean()).as(verification.text()).isTrue();
  }

  private static Void confirmed(String number) {
    incidents.confirm(number);
    return null;
  }

  private static List<String> timeline(String number) {
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
