package org.itsmsuite.incident.major.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.itsmsuite.incident.major.Aftermath;
import org.itsmsuite.incident.major.Declaration;
import org.itsmsuite.incident.major.How;
import org.itsmsuite.incident.major.Lead;
import org.itsmsuite.incident.major.MajorIncident;
import org.itsmsuite.incident.major.MajorReport;
import org.itsmsuite.incident.major.MajorReview;
import org.itsmsuite.incident.major.MajorRun;
import org.itsmsuite.incident.major.MajorTerms;
import org.itsmsuite.incident.major.TechnicalTask;
import org.itsmsuite.incident.major.TechnicalTask.Outcome;
import org.itsmsuite.incident.major.Withdrawal;
import org.itsmsuite.incident.major.Word;
import org.itsmsuite.restriction.KnownRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MajorStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00.123456Z");

  private final JdbcMajorStore store = new JdbcMajorStore(DATABASE.jdbc());

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  @BeforeEach
  void empty() {
    for (String table : List.of("major_technical_task", "major_incident", "incident")) {
      DATABASE.jdbc().sql("delete from itsm." + table).update();
    }
  }

  private static MajorIncident declared(String record, Instant at) {
    return major(record, at, new Lead(null, Set.of(), null, null, null), none(), null);
  }

  private static Aftermath none() {
    return new Aftermath(null, null, null, null, null, 0);
  }

  private static MajorIncident major(
      String record, Instant at, Lead lead, Aftermath aftermath, Withdrawal withdrawal) {
    return new MajorIncident(
        UUID.randomUUID(),
        record,
        new Declaration(at, "system", How.CRITERIA, "Highest priority.", null, null),
        new MajorTerms(
            Duration.ofMinutes(30),
            "around-the-clock",
            WorkingSpan.parse("{workingDays: 2, at: END_OF_DAY}"),
            WorkingSpan.parse("PT50H"),
            "office-hours"),
        lead,
        aftermath,
        withdrawal,
        0);
  }

  private static MajorIncident full(String record) {
    return new MajorIncident(
        UUID.randomUUID(),
        record,
        new Declaration(
            MORNING,
            "incident-manager",
            How.PERSON,
            "ü 💡\nline",
            "north-office",
            LocalDate.parse("2026-01-15")),
        new MajorTerms(
            Duration.ofMinutes(30),
            "around-the-clock",
            WorkingSpan.parse("{workingDays: 2, at: END_OF_DAY}"),
            WorkingSpan.parse("{workingDays: 5, at: END_OF_DAY}"),
            "office-hours"),
        new Lead(
            new MajorRun("instance", "major-incident:7"),
            Set.of("group:top-management", "mail:north-office@example.org"),
            "incident-manager",
            MORNING.plusSeconds(60),
            new Word(3, MORNING.plusSeconds(90), "We know\nmore")),
        new Aftermath(
            MORNING.plusSeconds(100),
            MORNING.plusSeconds(200),
            new MajorReport(
                "Course", "Cause", "Effect", "Done", "Lessons", "incident-manager", MORNING),
            MORNING.plusSeconds(300),
            new MajorReview(
                "Who", "Findings", "Better", true, "Why not", "service-level-manager", MORNING),
            2),
        new Withdrawal(MORNING.plusSeconds(400), "incident-manager", "By mistake"),
        4);
  }

  @Nested
  class RoundTrip {

    @Test
    void keepsEveryField() {
      var major = full("INC-1");
      store.add(major);
      assertThat(store.latest("INC-1").orElseThrow()).usingRecursiveComparison().isEqualTo(major);
    }

    @Test
    void keepsThatNothingHasHappenedYet() {
      var major = declared("INC-1", MORNING);
      store.add(major);
      assertThat(store.latest("INC-1").orElseThrow()).usingRecursiveComparison().isEqualTo(major);
    }

    @Test
    void savesWhatHasChanged() {
      var before = declared("INC-1", MORNING);
      store.add(before);
      var all = full("INC-1");
      var after =
          new MajorIncident(
              before.id(),
              "INC-1",
              before.declaration(),
              before.terms(),
              all.lead(),
              all.aftermath(),
              all.withdrawal(),
              before.version());
      store.save(after);
      assertThat(after.version()).isEqualTo(1);
      assertThat(store.latest("INC-1").orElseThrow()).usingRecursiveComparison().isEqualTo(after);
    }

    @Test
    void refusesWhatSomebodyElseHasChangedMeanwhile() {
      store.add(declared("INC-1", MORNING));
      var mine = store.latest("INC-1").orElseThrow();
      store.save(store.latest("INC-1").orElseThrow());
      assertThatThrownBy(() -> store.save(mine)).isInstanceOf(ConcurrentChangeException.class);
    }

    @Test
    void givesTheNewestDeclaration() {
      var second = declared("INC-1", MORNING.plusSeconds(5));
      store.add(second);
      store.add(declared("INC-1", MORNING));
      store.add(declared("INC-2", MORNING.plusSeconds(9)));
      assertThat(store.latest("INC-1")).get().returns(second.id(), MajorIncident::id);
      assertThat(store.latest("INC-3")).isEmpty();
    }
  }

  @Nested
  class TechnicalTasks {

    @Test
    void comeBackAsGivenAndAsEnded() {
      var major = declared("INC-1", MORNING);
      store.add(major);
      var second = task(major, 2, null);
      store.add(second);
      store.add(task(major, 1, Outcome.DONE));
      assertThat(store.tasksOf(major)).extracting(TechnicalTask::position).containsExactly(1, 2);
      assertThat(store.tasksOf(major).get(1)).isEqualTo(second);

      var ended =
          new TechnicalTask(
              second.id(),
              major.id(),
              2,
              "third-level",
              "Look",
              MORNING,
              "incident-manager",
              "task-9",
              Outcome.NOT_POSSIBLE,
              "No ladder",
              MORNING.plusSeconds(5),
              "engineer");
      store.save(ended);
      assertThat(store.tasksOf(major).get(1)).isEqualTo(ended);
    }

    private static TechnicalTask task(MajorIncident major, int position, Outcome outcome) {
      return new TechnicalTask(
          UUID.randomUUID(),
          major.id(),
          position,
          "third-level",
          "Look",
          MORNING,
          "incident-manager",
          null,
          outcome,
          null,
          null,
          null);
    }
  }

  @Nested
  class Running {

    @BeforeEach
    void some() {
      incident("INC-1", "email");
      incident("INC-2", "payroll");
      incident("INC-3", "email");
      incident("INC-4", "email");
      store.add(declared("INC-1", MORNING));
      store.add(declared("INC-2", MORNING.plusSeconds(5)));
      store.add(full("INC-3"));
      store.add(
          major(
              "INC-4",
              MORNING,
              new Lead(null, Set.of(), null, null, null),
              none(),
              new Withdrawal(MORNING, "incident-manager", "No")));
    }

    private static void incident(String number, String service) {
      DATABASE
          .jdbc()
          .sql(
              """
              insert into itsm.incident (number, thread, opened_at, status, title, service, customer, kind,
                channel, requester, reporter, security, impact, urgency, triaged, support_level,
                reassignments, reminders, problem_suspected, reopenings, run_version, version)
              values (:number, :thread, :at, 'NEW', 'Title', :service, 'north-office', 'INTERRUPTION',
                'page', 'requester', 'requester', false, 'HIGH', 'HIGH', true, 1, 0, 0, false, 0, 0, 0)
              """)
          .param("number", number)
          .param("thread", UUID.randomUUID())
          .param("at", MORNING.atOffset(java.time.ZoneOffset.UTC))
          .param("service", service)
          .update();
    }

    private List<String> seen(KnownRecords known, List<String> services) {
      return store.running(known, services).stream().map(MajorIncident::record).toList();
    }

    @Test
    void areThoseNeitherWithdrawnNorReviewedNewestFirst() {
      assertThat(seen(KnownRecords.ALL, null)).containsExactly("INC-2", "INC-1");
    }

    @Test
    void canBeThoseOfSomeServicesOnly() {
      assertThat(seen(KnownRecords.ALL, List.of("email", "facility"))).containsExactly("INC-1");
      assertThat(seen(KnownRecords.ALL, List.of())).isEmpty();
    }

    @Test
    void keepWhatThePersonMayNotKnowOfOut() {
      var known = new KnownRecords("i.number <> :hidden", Map.of("hidden", "INC-2"));
      assertThat(seen(known, null)).containsExactly("INC-1");
      assertThat(seen(known, List.of("payroll", "email"))).containsExactly("INC-1");
    }
  }
}
