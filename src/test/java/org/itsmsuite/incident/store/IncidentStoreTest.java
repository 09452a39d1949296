package org.itsmsuite.incident.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.Assessment;
import org.itsmsuite.incident.Assignment;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.itsmsuite.incident.Family;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.IncidentStore.Link;
import org.itsmsuite.incident.LeftMessage;
import org.itsmsuite.incident.Mechanism;
import org.itsmsuite.incident.Outcome;
import org.itsmsuite.incident.Report;
import org.itsmsuite.incident.Run;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.incident.Wait;
import org.itsmsuite.incident.WaitingReason;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.restriction.store.RestrictionsInDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;

class IncidentStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00.123456Z");

  private final Restrictions restrictions = RestrictionsInDatabase.of(DATABASE);
  private final JdbcIncidentStore store = new JdbcIncidentStore(DATABASE.jdbc(), restrictions);

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  @BeforeEach
  void empty() {
    empty(DATABASE);
  }

  static void empty(TestDatabase database) {
    for (String table :
        List.of(
            "incident",
            "record_link",
            "record_message",
            "sla_clock",
            "restricted_record",
            "record_concerned")) {
      database.jdbc().sql("delete from itsm." + table).update();
    }
  }

  private static Incident full(String number) {
    return new Incident(
        number,
        UUID.randomUUID(),
        MORNING,
        new Report(
            "Title ü 💡",
            "Two\nlines",
            "email",
            "north-office",
            "Printer 7",
            IncidentKind.DEGRADATION,
            "phone",
            "requester",
            "agent",
            true),
        Status.WAITING,
        new Assessment(
            Mechanism.DUPLICATE,
            "access",
            Impact.NONE_YET,
            Urgency.LOW,
            "P4",
            true,
            "INC-000009",
            true,
            true),
        new Assignment("second-level", "specialist", 2, 3),
        new Wait(WaitingReason.SUPPLIER, MORNING.plusSeconds(60), 2),
        new Outcome(
            "Turned it\noff", "FIXED", true, MORNING.plusSeconds(90), MORNING, 4, "specialist"),
        new Run("instance", "incident-triage", 7, "1.0.0", "deployment"),
        new Family("INC-000003"),
        5);
  }

  static Incident bare(String number) {
    return new Incident(
        number,
        UUID.randomUUID(),
        MORNING,
        new Report(
            "Title",
            null,
            "email",
            "north-office",
            null,
            IncidentKind.INTERRUPTION,
            "api",
            "requester",
            "requester",
            false),
        Status.NEW,
        new Assessment(null, null, Impact.HIGH, Urgency.HIGH, null, false, null, false, false),
        new Assignment(null, null, 1, 0),
        null,
        new Outcome(null, null, false, null, null, 0, null),
        null,
        new Family(null),
        0);
  }

  private Incident stored(String number) {
    return store.find(number).orElseThrow();
  }

  @Nested
  class RoundTrip {

    @Test
    void keepsEveryField() {
      var incident = full("INC-1");
      store.add(incident);
      assertThat(stored("INC-1")).usingRecursiveComparison().isEqualTo(incident);
      assertThat(DATABASE.transaction().execute(status -> store.lock("INC-1")).orElseThrow())
          .usingRecursiveComparison()
          .isEqualTo(incident);
    }

    @Test
    void keepsWhatIsMissing() {
      var incident = bare("INC-1");
      store.add(incident);
      assertThat(stored("INC-1")).usingRecursiveComparison().isEqualTo(incident);
    }

    @Test
    void savesEveryFieldThatChanges() {
      store.add(bare("INC-1"));
      var was = stored("INC-1");
      var source = full("INC-1");
      var changed =
          new Incident(
              "INC-1",
              was.thread(),
              was.openedAt(),
              was.report(),
              source.status(),
              source.assessment(),
              source.assignment(),
              source.waiting(),
              source.outcome(),
              source.run(),
              source.family(),
              was.version());
      store.save(changed);
      assertThat(changed.version()).isEqualTo(1);
      assertThat(stored("INC-1")).usingRecursiveComparison().isEqualTo(changed);
    }

    @Test
    void nothingIsFoundUnderAnUnknownNumber() {
      assertThat(store.find("INC-1")).isEmpty();
      assertThat(store.lock("INC-1")).isEmpty();
    }
  }

  @Test
  void numbersGrowAndAreNeverGivenTwice() {
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      assertThat(numbers.add(store.nextNumber())).isTrue();
    }
    assertThat(numbers).allMatch(number -> number.matches("INC-\\d{6}"));
  }

  @Test
  void theSecondOfTwoWhoChangeItIsRefused() {
    store.add(bare("INC-1"));
    var one = stored("INC-1");
    var other = stored("INC-1");
    store.save(one);
    assertThatThrownBy(() -> store.save(other)).isInstanceOf(ConcurrentChangeException.class);
    store.save(one);
    assertThat(stored("INC-1").version()).isEqualTo(2);
  }

  @Test
  void linksStandOnceInTheOrderTheyCame() {
    store.link("INC-1", "DUPLICATE_OF", "INC-9", MORNING.plusSeconds(1));
    store.link("INC-1", "HAS_DUPLICATE", "INC-2", MORNING);
    store.link("INC-1", "DUPLICATE_OF", "INC-9", MORNING.plusSeconds(2));
    store.link("INC-5", "DUPLICATE_OF", "INC-9", MORNING);
    assertThat(store.links("INC-1"))
        .containsExactly(new Link("HAS_DUPLICATE", "INC-2"), new Link("DUPLICATE_OF", "INC-9"));
  }

  @Test
  void messagesThatLeftAreKeptOldestFirst() {
    var first = new LeftMessage("INC-1", "I-01", "incident.problemSuspected", MORNING, "PRB-1");
    var second =
        new LeftMessage("INC-1", "I-07", "incident.changeNeeded", MORNING.plusSeconds(1), null);
    store.leave(second);
    store.leave(first);
    store.leave(new LeftMessage("INC-2", "I-01", "incident.problemSuspected", MORNING, "PRB-1"));
    assertThat(store.messages("INC-1")).containsExactly(first, second);
  }

  @Test
  void aThreadHoldsItsRecordsOldestFirst() {
    var first = bare("INC-1");
    store.add(first);
    store.add(bare("INC-2"));
    assertThat(store.inThread(first.thread(), Actor.SYSTEM))
        .extracting(Incident::number)
        .containsExactly("INC-1");
  }

  @Nested
  class InATransaction {

    @Test
    void aRecordIsOneObjectAndIsWrittenOnce() {
      DATABASE
          .transaction()
          .executeWithoutResult(
              running -> {
                store.add(bare("INC-1"));
                var one = stored("INC-1");
                store.save(one);
                assertThat(stored("INC-1")).isSameAs(one);
              });
      assertThat(stored("INC-1").version()).isZero();
      DATABASE
          .transaction()
          .executeWithoutResult(
              running -> {
                store.save(stored("INC-1"));
                store.save(stored("INC-1"));
              });
      assertThat(stored("INC-1").version()).isEqualTo(1);
    }

    @Test
    void whatWasSavedIsFoundByOtherStatementsAndAfterALock() {
      DATABASE
          .transaction()
          .executeWithoutResult(
              running -> {
                store.add(bare("INC-1"));
                assertThat(store.inThread(stored("INC-1").thread(), Actor.SYSTEM)).hasSize(1);
                store.save(stored("INC-1"));
                assertThat(store.lock("INC-1").orElseThrow().version()).isEqualTo(1);
              });
    }

    /** What is known from before the lock may be out of date: somebody else had it until now. */
    @Test
    void afterALockCountsWhatTheLastHolderLeft() {
      store.add(bare("INC-1"));
      var meanwhile = DATABASE.transaction();
      meanwhile.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
      DATABASE
          .transaction()
          .executeWithoutResult(
              running -> {
                stored("INC-1");
                assertThat(restrictions.isRestricted("INC-1")).isFalse();
                meanwhile.executeWithoutResult(
                    other -> {
                      store.save(stored("INC-1"));
                      restrictions.restrict("INC-1");
                    });

                assertThat(store.lock("INC-1").orElseThrow().version()).isEqualTo(1);
                assertThat(stored("INC-1").version()).isEqualTo(1);
                assertThat(restrictions.isRestricted("INC-1")).isTrue();
              });
    }

    @Test
    void theSecondOfTwoIsRefusedWithTheCommit() {
      store.add(bare("INC-1"));
      var other = stored("INC-1");
      store.save(stored("INC-1"));
      assertThatThrownBy(
              () -> DATABASE.transaction().executeWithoutResult(running -> store.save(other)))
          .isInstanceOf(ConcurrentChangeException.class);
    }

    @Test
    void aCopyFromAListIsNoWayPastAChangeThatIsHeldBack() {
      store.add(bare("INC-1"));
      assertThatThrownBy(
              () ->
                  DATABASE
                      .transaction()
                      .executeWithoutResult(
                          running -> {
                            var copy =
                                store.inThread(stored("INC-1").thread(), Actor.SYSTEM).get(0);
                            store.save(stored("INC-1"));
                            store.save(copy);
                          }))
          .isInstanceOf(ConcurrentChangeException.class);
    }

    @Test
    void nothingStaysOfARollback() {
      DATABASE
          .transaction()
          .executeWithoutResult(
              running -> {
                store.add(bare("INC-1"));
                running.setRollbackOnly();
              });
      assertThat(store.find("INC-1")).isEmpty();
    }
  }
}
