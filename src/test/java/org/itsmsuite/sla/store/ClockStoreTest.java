package org.itsmsuite.sla.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.ClockTerms;
import org.itsmsuite.sla.Pause;
import org.itsmsuite.sla.PriorityChange;
import org.itsmsuite.sla.ReachedMilestone;
import org.itsmsuite.sla.Reopening;
import org.itsmsuite.sla.SlaClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

class ClockStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00.123456Z");

  private final JdbcClockStore store =
      new JdbcClockStore(new NamedParameterJdbcTemplate(DATABASE.template()));

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  @BeforeEach
  void empty() {
    for (String table : List.of("sla_clock", "sla_pause", "sla_milestone")) {
      DATABASE.jdbc().sql("delete from itsm." + table).update();
    }
  }

  private static SlaClock running(String record, ClockKind kind) {
    return clock(UUID.randomUUID(), record, kind, "P3", 1, Duration.ofHours(20), 1, null);
  }

  private static SlaClock clock(
      UUID id,
      String record,
      ClockKind kind,
      String priority,
      int level,
      Duration target,
      int generation,
      Instant ended) {
    return new SlaClock(
        id,
        record,
        kind,
        "instance",
        "deployment",
        priority,
        level,
        new ClockTerms(
            target,
            "office-hours",
            3,
            Set.of("CUSTOMER", "SUPPLIER"),
            PriorityChange.PROPORTIONAL,
            Reopening.RESTART,
            80,
            kind == ClockKind.UPDATE,
            "agreement",
            "requirement"),
        target.plusMinutes(7),
        MORNING,
        MORNING.plus(target),
        generation,
        MORNING.plusSeconds(generation),
        ended,
        ended == null ? null : ended.plusSeconds(1),
        ended == null ? null : ended.plusSeconds(2),
        level + 4,
        level + 5,
        0);
  }

  @Nested
  class Clocks {

    @Test
    void keepEveryField() {
      var open = running("INC-1", ClockKind.RESOLUTION);
      var ended =
          clock(
              UUID.randomUUID(),
              "INC-2",
              ClockKind.RESPONSE,
              "P1",
              2,
              Duration.ofSeconds(61),
              4,
              MORNING.plusSeconds(9));
      store.add(open);
      store.add(ended);
      assertThat(store.of("INC-1")).containsExactly(open);
      assertThat(store.of("INC-2")).containsExactly(ended);
      assertThat(store.of("INC-3")).isEmpty();
    }

    @Test
    void keepAnEmptySetOfReasons() {
      var terms =
          new ClockTerms(
              Duration.ofHours(2),
              "office-hours",
              1,
              Set.of(),
              PriorityChange.RETROACTIVE,
              Reopening.CONTINUE,
              75,
              false,
              null,
              null);
      var some = running("INC-1", ClockKind.RESPONSE);
      var without =
          new SlaClock(
              some.id(),
              some.record(),
              some.kind(),
              some.run(),
              some.bundle(),
              some.priority(),
              some.level(),
              terms,
              some.allowed(),
              some.startedAt(),
              some.dueAt(),
              some.generation(),
              some.generationSince(),
              null,
              null,
              null,
              0,
              0,
              0);
      store.add(without);
      assertThat(store.of("INC-1")).containsExactly(without);
    }

    @Test
    void saveWhatChanges() {
      var was = running("INC-1", ClockKind.RESOLUTION);
      store.add(was);
      var is =
          clock(
              was.id(),
              "INC-1",
              ClockKind.RESOLUTION,
              "P1",
              3,
              Duration.ofHours(4),
              2,
              MORNING.plusSeconds(5));
      store.save(is);
      assertThat(store.of("INC-1")).containsExactly(is.saved());
    }

    @Test
    void saveTheTermsOfANewRound() {
      var was = running("INC-1", ClockKind.UPDATE);
      store.add(was);
      var is =
          new SlaClock(
              was.id(),
              was.record(),
              was.kind(),
              was.run(),
              was.bundle(),
              was.priority(),
              was.level(),
              new ClockTerms(
                  Duration.ofMinutes(30),
                  "around-the-clock",
                  7,
                  Set.of(),
                  PriorityChange.FORWARD,
                  Reopening.CONTINUE,
                  100,
                  false,
                  "other-agreement",
                  "other-requirement"),
              was.allowed(),
              was.startedAt(),
              was.dueAt(),
              was.generation(),
              was.generationSince(),
              null,
              null,
              null,
              8,
              9,
              0);
      store.save(is);
      assertThat(store.of("INC-1")).containsExactly(is.saved());
    }

    @Test
    void thatSomebodyElseHasSavedMeanwhileAreNotSaved() {
      var read = running("INC-1", ClockKind.RESOLUTION);
      store.add(read);
      store.save(read);
      assertThatThrownBy(() -> store.save(read))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.key()).isEqualTo("record.changed-meanwhile"));
    }

    @Test
    void comeInTheOrderOfTheirKinds() {
      for (ClockKind kind : List.of(ClockKind.UPDATE, ClockKind.RESOLUTION, ClockKind.RESPONSE)) {
        store.add(running("INC-1", kind));
      }
      assertThat(store.of("INC-1"))
          .extracting(SlaClock::kind)
          .containsExactly(ClockKind.RESPONSE, ClockKind.RESOLUTION, ClockKind.UPDATE);
      assertThat(store.of(List.of("INC-1")).get("INC-1")).isEqualTo(store.of("INC-1"));
    }

    @Test
    void standOncePerRecordAndKind() {
      store.add(running("INC-1", ClockKind.RESOLUTION));
      assertThatThrownBy(() -> store.add(running("INC-1", ClockKind.RESOLUTION)))
          .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void comeForManyRecordsAtOnce() {
      var first = running("INC-1", ClockKind.RESPONSE);
      var second = running("INC-1", ClockKind.RESOLUTION);
      var other = running("INC-2", ClockKind.RESOLUTION);
      List.of(first, second, other, running("INC-3", ClockKind.RESPONSE)).forEach(store::add);
      assertThat(store.of(List.of("INC-1", "INC-2", "INC-4")))
          .containsOnlyKeys("INC-1", "INC-2")
          .satisfies(all -> assertThat(all.get("INC-1")).containsExactly(first, second));
      assertThat(store.of(List.<String>of())).isEmpty();
    }
  }

  @Nested
  class Pauses {

    @Test
    void areClosedByReason() {
      store.open(new Pause("INC-1", "CUSTOMER", MORNING, null));
      store.open(new Pause("INC-1", "SUPPLIER", MORNING.plusSeconds(10), null));
      store.open(new Pause("INC-2", "CUSTOMER", MORNING, null));
      store.close("INC-1", "CUSTOMER", MORNING.plusSeconds(30));
      assertThat(store.pauses("INC-1"))
          .containsExactly(
              new Pause("INC-1", "CUSTOMER", MORNING, MORNING.plusSeconds(30)),
              new Pause("INC-1", "SUPPLIER", MORNING.plusSeconds(10), null));
      assertThat(store.pauses("INC-2")).extracting(Pause::to).containsOnlyNulls();
    }

    @Test
    void keepTheirFirstEnd() {
      store.open(new Pause("INC-1", "CUSTOMER", MORNING, null));
      store.close("INC-1", "CUSTOMER", MORNING.plusSeconds(30));
      store.open(new Pause("INC-1", "CUSTOMER", MORNING.plusSeconds(60), null));
      store.close("INC-1", "CUSTOMER", MORNING.plusSeconds(90));
      assertThat(store.pauses("INC-1"))
          .extracting(Pause::to)
          .containsExactly(MORNING.plusSeconds(30), MORNING.plusSeconds(90));
    }

    @Test
    void comeForManyRecordsAtOnce() {
      store.open(new Pause("INC-1", "CUSTOMER", MORNING, null));
      store.open(new Pause("INC-2", "CUSTOMER", MORNING, null));
      assertThat(store.pauses(List.of("INC-1", "INC-2", "INC-3")))
          .containsOnlyKeys("INC-1", "INC-2");
      assertThat(store.pauses(List.<String>of())).isEmpty();
    }
  }

  @Nested
  class Milestones {

    private final UUID clock = UUID.randomUUID();

    private ReachedMilestone milestone(int generation, String name) {
      return new ReachedMilestone(clock, generation, name, MORNING, MORNING.plusSeconds(2));
    }

    @Test
    void areRememberedOncePerGeneration() {
      assertThat(store.remember(milestone(1, "50%"))).isTrue();
      assertThat(store.remember(milestone(1, "50%"))).isFalse();
      assertThat(store.remember(milestone(2, "50%"))).isTrue();
      assertThat(store.remember(milestone(1, "100%"))).isTrue();
      assertThat(store.reached(clock))
          .containsExactlyInAnyOrder(
              milestone(1, "50%"), milestone(2, "50%"), milestone(1, "100%"));
      assertThat(store.reached(UUID.randomUUID())).isEmpty();
    }
  }

  @Nested
  class InATransaction {

    private int storedVersion(SlaClock clock) {
      return DATABASE
          .jdbc()
          .sql("select version from itsm.sla_clock where id = ?")
          .param(clock.id())
          .query(Integer.class)
          .single();
    }

    @Test
    void aClockIsWrittenOnceAndKnownAsItWillBe() {
      var added = running("INC-1", ClockKind.RESOLUTION);
      DATABASE
          .transaction()
          .executeWithoutResult(
              running -> {
                assertThat(store.of("INC-1")).isEmpty();
                store.add(added);
                store.save(added);
                assertThat(store.of("INC-1")).containsExactly(added.saved());
              });
      assertThat(store.of("INC-1")).containsExactly(added.saved());
    }

    @Test
    void manyChangesAreOneStatement() {
      var clock = running("INC-1", ClockKind.RESOLUTION);
      store.add(clock);
      DATABASE
          .transaction()
          .executeWithoutResult(
              running -> {
                store.save(clock);
                store.save(clock.saved());
                assertThat(UnitOfWork.quietly(() -> storedVersion(clock))).isZero();
                assertThat(storedVersion(clock)).isEqualTo(2);
              });
      assertThat(store.of("INC-1")).containsExactly(clock.saved().saved());
    }

    @Test
    void whatSomebodyElseHasSavedMeanwhileIsRefused() {
      var clock = running("INC-1", ClockKind.RESOLUTION);
      store.add(clock);
      assertThatThrownBy(
              () ->
                  DATABASE
                      .transaction()
                      .executeWithoutResult(
                          running -> {
                            store.save(store.of("INC-1").get(0));
                            store.save(clock);
                          }))
          .isInstanceOf(Refusal.class);
      store.save(clock);
      assertThatThrownBy(
              () -> DATABASE.transaction().executeWithoutResult(running -> store.save(clock)))
          .isInstanceOf(Refusal.class);
    }

    @Test
    void pausesAreKnownToo() {
      store.add(running("INC-1", ClockKind.RESOLUTION));
      store.open(new Pause("INC-1", "SUPPLIER", MORNING, null));
      DATABASE
          .transaction()
          .executeWithoutResult(
              running -> {
                assertThat(store.of("INC-1")).hasSize(1);
                store.close("INC-1", "SUPPLIER", MORNING.plusSeconds(1));
                store.open(new Pause("INC-1", "CUSTOMER", MORNING.plusSeconds(2), null));
                assertThat(store.pauses("INC-1"))
                    .containsExactly(
                        new Pause("INC-1", "SUPPLIER", MORNING, MORNING.plusSeconds(1)),
                        new Pause("INC-1", "CUSTOMER", MORNING.plusSeconds(2), null));
              });
      assertThat(store.pauses("INC-1")).hasSize(2);
    }
  }
}
