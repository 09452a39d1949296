package org.itsmsuite.change.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.change.Action;
import org.itsmsuite.change.Assessment;
import org.itsmsuite.change.Category;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeResult;
import org.itsmsuite.change.ChangeSearch;
import org.itsmsuite.change.ChangeSearch.Reach;
import org.itsmsuite.change.Decision;
import org.itsmsuite.change.Impact;
import org.itsmsuite.change.Implementation;
import org.itsmsuite.change.Outcome;
import org.itsmsuite.change.Plan;
import org.itsmsuite.change.Rfc;
import org.itsmsuite.change.Risk;
import org.itsmsuite.change.RiskFactor;
import org.itsmsuite.change.RiskLevel;
import org.itsmsuite.change.Status;
import org.itsmsuite.change.Subject;
import org.itsmsuite.change.Template;
import org.itsmsuite.change.TemplateUse;
import org.itsmsuite.change.Verdict;
import org.itsmsuite.change.Window;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.itsmsuite.incident.Run;
import org.itsmsuite.restriction.KnownRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00.123456Z");

  private final JdbcChangeStore store = new JdbcChangeStore(DATABASE.jdbc(), DATABASE.template());
  private final JdbcTemplateStore templates = new JdbcTemplateStore(DATABASE.jdbc());

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  @BeforeEach
  void empty() {
    for (String table :
        List.of(
            "change_record",
            "change_item",
            "change_service",
            "change_assessment",
            "change_answer",
            "change_risk_factor",
            "change_waiting",
            "change_template",
            "change_template_item")) {
      DATABASE.jdbc().sql("delete from itsm." + table).update();
    }
  }

  private static Change full(String number) {
    return change(number, Status.CLOSED, List.of("mail-server", "archive"), Outcome.SUCCESSFUL);
  }

  private static Change change(String number, Status status, List<String> items, Outcome outcome) {
    var assessments =
        List.of(
            new Assessment(
                1,
                "RISK",
                "change-managers",
                MORNING.plusSeconds(60),
                true,
                "LOW",
                "Fine",
                Map.of("tested", "YES", "probability", "LOW"),
                "specialist",
                MORNING.plusSeconds(30)),
            new Assessment(
                1,
                "COST",
                "service-level-managers",
                MORNING.plusSeconds(90),
                null,
                null,
                null,
                Map.of(),
                null,
                null));
    return new Change(
        number,
        UUID.nameUUIDFromBytes("thread".getBytes()),
        MORNING,
        new Rfc(
            "Replace " + number,
            "Text",
            "Reason",
            "Benefit",
            "requester",
            "north-office",
            "email",
            Subject.COMPONENT,
            Action.MODIFY,
            Impact.MEDIUM,
            "Now",
            "INC-000001",
            new TemplateUse("restart", 3)),
        new Plan(
            items,
            List.of("email", "workplace"),
            new Window(MORNING.plusSeconds(1000), MORNING.plusSeconds(2000)),
            "Do",
            "Test",
            "Undo",
            "third-level",
            "engineer"),
        status,
        Category.EMERGENCY,
        "It cannot wait",
        1,
        assessments,
        new Risk(
            RiskLevel.HIGH,
            7,
            List.of(
                new RiskFactor("tested", "NO", 2, "Not tested"),
                new RiskFactor("criticality", null, 5, "Critical")),
            "change-risk:4"),
        new Decision(
            Verdict.DEFERRED, "Later", MORNING.plusSeconds(9), "cab-chair", "cab-decision:2"),
        MORNING.plusSeconds(5),
        "Edited",
        MORNING.plusSeconds(6),
        new ChangeResult(
            MORNING.plusSeconds(1000),
            Implementation.IMPLEMENTED,
            "Done",
            MORNING.plusSeconds(1500),
            outcome,
            "Good",
            outcome == null ? null : MORNING.plusSeconds(3000),
            MORNING.plusSeconds(4000)),
        new Run("run", "change-approval", 2, "1.0.0", "bundle"),
        0);
  }

  @Test
  void nothingOfAChangeIsLost() {
    store.add(full("CHG-000001"));

    assertThat(store.find("CHG-000001").orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(full("CHG-000001"));
    assertThat(store.lock("CHG-000001")).isPresent();
    assertThat(store.find("CHG-000002")).isEmpty();
  }

  @Test
  void numbersAreNeverGivenTwice() {
    assertThat(store.nextNumber()).matches("CHG-\\d{6}").isNotEqualTo(store.nextNumber());
  }

  @Test
  void whatIsSavedReplacesWhatWas() {
    store.add(change("CHG-000001", Status.REVIEW, List.of("mail-server"), null));
    Change other = change("CHG-000001", Status.CLOSED, List.of("archive"), Outcome.UNSUCCESSFUL);
    Change saved = store.save(other);

    assertThat(saved.version()).isEqualTo(1);
    assertThat(store.find("CHG-000001").orElseThrow()).usingRecursiveComparison().isEqualTo(saved);
  }

  @Test
  void aSecondSaveOfTheSameVersionIsRefused() {
    store.add(full("CHG-000001"));
    store.save(full("CHG-000001"));

    assertThatThrownBy(() -> store.save(full("CHG-000001")))
        .isInstanceOf(ConcurrentChangeException.class);
  }

  private List<String> found(
      List<Status> statuses, String text, String item, String service, Reach reach) {
    return store
        .search(
            new ChangeSearch(
                statuses, List.of(), text, item, service, null, reach, KnownRecords.ALL, 0, 10))
        .changes()
        .stream()
        .map(Change::number)
        .toList();
  }

  @Test
  void listsAreFilteredInTheDatabase() {
    store.add(change("CHG-000001", Status.CLOSED, List.of("mail-server"), Outcome.SUCCESSFUL));
    store.add(change("CHG-000002", Status.SCHEDULED, List.of("archive"), null));

    assertThat(found(List.of(), null, null, null, Reach.ALL))
        .containsExactly("CHG-000002", "CHG-000001");
    assertThat(found(List.of(Status.CLOSED), null, null, null, Reach.ALL))
        .containsExactly("CHG-000001");
    assertThat(found(List.of(), "chg-000002", null, null, Reach.ALL)).containsExactly("CHG-000002");
    assertThat(found(List.of(), "%", null, null, Reach.ALL)).isEmpty();
    assertThat(found(List.of(), null, "archive", null, Reach.ALL)).containsExactly("CHG-000002");
    assertThat(found(List.of(), null, null, "workplace", Reach.ALL)).hasSize(2);
    assertThat(found(List.of(), null, null, "payroll", Reach.ALL)).isEmpty();
  }

  @Test
  void aScopeReachesNoFurther() {
    store.add(full("CHG-000001"));

    for (Reach reach :
        List.of(
            new Reach(false, "requester", null, Set.of()),
            new Reach(false, "engineer", null, Set.of()),
            new Reach(false, null, "north-office", Set.of()),
            new Reach(false, null, null, Set.of("third-level")))) {
      assertThat(found(List.of(), null, null, null, reach)).as("%s", reach).hasSize(1);
      assertThat(reach.covers(full("CHG-000001"))).isTrue();
    }
    Reach none = new Reach(false, "somebody", "south-office", Set.of("second-level"));
    assertThat(found(List.of(), null, null, null, none)).isEmpty();
    assertThat(none.covers(full("CHG-000001"))).isFalse();
  }

  @Test
  void changesOfTheSameItemsAreFound() {
    store.add(change("CHG-000001", Status.SCHEDULED, List.of("mail-server"), null));
    store.add(change("CHG-000002", Status.SCHEDULED, List.of("archive"), null));
    store.add(full("CHG-000003"));

    assertThat(store.touching(List.of("mail-server"), List.of(Status.SCHEDULED)))
        .extracting(Change::number)
        .containsExactly("CHG-000001");
    assertThat(store.touching(List.of(), List.of(Status.SCHEDULED))).hasSize(2);
    assertThat(store.reviewed(List.of("archive"), MORNING))
        .extracting(Change::number)
        .containsExactly("CHG-000003");
    assertThat(store.reviewed(List.of("archive"), MORNING.plusSeconds(3001))).isEmpty();
    assertThat(store.reviewed(List.of(), MORNING)).isEmpty();
    assertThat(store.inThread(full("CHG-000001").thread())).hasSize(3);
  }

  @Test
  void whoWaitsIsRememberedOnce() {
    store.add(full("CHG-000001"));
    store.addWaiting("CHG-000001", "INC-000001", MORNING);
    store.addWaiting("CHG-000001", "INC-000001", MORNING.plusSeconds(1));

    assertThat(store.waiting("CHG-000001")).containsExactly("INC-000001");
    assertThat(store.awaitedBy("INC-000001"))
        .extracting(Change::number)
        .containsExactly("CHG-000001");
    assertThat(store.awaitedBy("INC-000002")).isEmpty();
  }

  private static Template template(int version, Instant releasedAt) {
    return new Template(
        "restart",
        version,
        new Template.Text(
            "Restart",
            null,
            "email",
            Subject.COMPONENT,
            Action.MODIFY,
            Impact.LOW,
            List.of("mail-server", "archive"),
            "Press",
            "Look",
            "Press again",
            null),
        "change-manager",
        MORNING,
        releasedAt == null ? null : "process-approver",
        releasedAt,
        releasedAt == null ? null : MORNING.plusSeconds(100),
        null,
        null,
        null);
  }

  @Test
  void templatesAreKeptByVersionTheNewestFirst() {
    templates.add(template(1, null));
    templates.add(template(2, null));
    templates.save(template(1, null), template(1, MORNING));

    assertThat(templates.all()).containsExactly(template(2, null), template(1, MORNING));
    assertThat(templates.find("restart", 2)).contains(template(2, null));
    assertThat(templates.find("restart", 3)).isEmpty();
  }

  @Test
  void oneVersionIsWrittenAndReleasedOnce() {
    templates.add(template(1, null));
    assertThatThrownBy(() -> templates.add(template(1, null)))
        .isInstanceOf(ConcurrentChangeException.class);
    templates.save(template(1, null), template(1, MORNING));
    assertThatThrownBy(() -> templates.save(template(1, null), template(1, MORNING)))
        .isInstanceOf(ConcurrentChangeException.class);
  }
}
