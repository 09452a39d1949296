package org.itsmsuite.security.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.database.Columns;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.itsmsuite.incident.LeftMessage;
import org.itsmsuite.incident.Run;
import org.itsmsuite.restriction.KnownRecords;
import org.itsmsuite.security.Deadline;
import org.itsmsuite.security.Finding;
import org.itsmsuite.security.Probability;
import org.itsmsuite.security.SecurityAssessment;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecurityOutcome;
import org.itsmsuite.security.SecurityReport;
import org.itsmsuite.security.SecurityReview;
import org.itsmsuite.security.SecuritySearch;
import org.itsmsuite.security.SecurityStatus;
import org.itsmsuite.security.SecurityView;
import org.itsmsuite.security.Stage;
import org.itsmsuite.security.Threat;
import org.itsmsuite.security.ThreatLevel;
import org.itsmsuite.security.Warning;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SecurityStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00.123456Z");

  private final JdbcSecurityStore store = new JdbcSecurityStore(DATABASE.jdbc());
  private final JdbcDeadlineStore deadlines = new JdbcDeadlineStore(DATABASE.jdbc());

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  @BeforeEach
  void empty() {
    for (String table :
        List.of(
            "security_incident",
            "security_event",
            "security_deadline",
            "security_warning",
            "record_message",
            "incident")) {
      DATABASE.jdbc().sql("delete from itsm." + table).update();
    }
  }

  private static SecurityIncident full(String number) {
    return new SecurityIncident(
        number,
        UUID.randomUUID(),
        MORNING.minusSeconds(3600),
        MORNING,
        new SecurityReport("Title ü 💡", "Two\nlines", "email", "north-office", "agent"),
        SecurityStatus.RESOLVED,
        new SecurityAssessment(
            Finding.SECURITY_EVENT,
            Finding.SECURITY_INCIDENT,
            "Reason",
            "SEC-000099",
            new Threat(
                Probability.MEDIUM,
                ThreatLevel.HIGH,
                ThreatLevel.LOW,
                ThreatLevel.NONE,
                true,
                false,
                true,
                false,
                true),
            true,
            "Why not",
            "HIGH",
            "P2"),
        "security-officer",
        new SecurityOutcome(
            "Locks changed", "security-officer", MORNING, "Told", MORNING, MORNING, MORNING),
        new SecurityReview("PHYSICAL", "1 key", "None", "Count keys", true, false, "other"),
        new Run("instance", "security-incident", 3, "1.0.0", "bundle"),
        0);
  }

  private static SecurityIncident bare(String number, Finding finding, Instant openedAt) {
    return new SecurityIncident(
        number,
        UUID.randomUUID(),
        openedAt,
        openedAt,
        new SecurityReport("Title " + number, null, "email", null, "agent"),
        SecurityStatus.NEW,
        new SecurityAssessment(
            null,
            finding,
            null,
            null,
            new Threat(null, null, null, null, false, false, false, false, false),
            false,
            null,
            null,
            null),
        null,
        new SecurityOutcome(null, null, null, null, null, null, null),
        null,
        null,
        0);
  }

  @Nested
  class Records {

    @Test
    void comeBackAsTheyWere() {
      SecurityIncident full = full("SEC-000001");
      store.add(full);

      assertThat(store.find("SEC-000001").orElseThrow()).usingRecursiveComparison().isEqualTo(full);
    }

    @Test
    void comeBackWithoutWhatIsNotKnownYet() {
      SecurityIncident bare = bare("SEC-000002", null, MORNING);
      store.add(bare);

      assertThat(store.find("SEC-000002").orElseThrow()).usingRecursiveComparison().isEqualTo(bare);
      assertThat(store.find("SEC-000003")).isEmpty();
    }

    @Test
    void areSavedByOneAtATime() {
      store.add(full("SEC-000001"));
      SecurityIncident mine = store.find("SEC-000001").orElseThrow();
      SecurityIncident yours = store.find("SEC-000001").orElseThrow();
      store.save(mine);
      store.save(mine);

      assertThatThrownBy(() -> store.save(yours)).isInstanceOf(ConcurrentChangeException.class);
    }

    @Test
    void haveNumbersOfTheirOwn() {
      String first = store.nextNumber();

      assertThat(first).matches("SEC-\\d{6}");
      assertThat(store.nextNumber()).isNotEqualTo(first);
    }

    @Test
    void areFoundByTheirThread() {
      SecurityIncident full = full("SEC-000001");
      store.add(full);
      store.add(full("SEC-000002"));

      assertThat(store.inThread(full.thread()))
          .extracting(SecurityIncident::number)
          .containsExactly("SEC-000001");
    }

    @Test
    void keepMessagesThatLeft() {
      var message =
          new LeftMessage("SEC-000001", "I-24", "security.controlChangeNeeded", MORNING, null);
      store.leave(message);

      assertThat(store.messages("SEC-000001")).containsExactly(message);
    }
  }

  @Nested
  class Events {

    @Test
    void areKeptOnceAndFoundFromBothEnds() {
      store.add(full("SEC-000001"));
      store.add(full("SEC-000002"));
      store.addEvent("SEC-000001", "INC-000001", MORNING);
      store.addEvent("SEC-000001", "INC-000001", MORNING.plusSeconds(1));
      store.addEvent("SEC-000001", "SEC-000002", MORNING.plusSeconds(2));
      store.addEvent("SEC-000002", "INC-000001", MORNING.plusSeconds(3));

      assertThat(store.events("SEC-000001")).containsExactly("INC-000001", "SEC-000002");
      assertThat(store.having("INC-000001"))
          .extracting(SecurityIncident::number)
          .containsExactly("SEC-000002", "SEC-000001");
    }
  }

  @Nested
  class Lists {

    @Test
    void areNewestFirstFilteredAndPaged() {
      for (int n = 1; n <= 5; n++) {
        store.add(bare("SEC-00000" + n, null, MORNING.plusSeconds(n)));
      }
      store.add(full("SEC-000009"));

      assertThat(numbers(List.of(), KnownRecords.ALL, 0, 3))
          .containsExactly("SEC-000005", "SEC-000004", "SEC-000003");
      assertThat(numbers(List.of(), KnownRecords.ALL, 1, 3))
          .containsExactly("SEC-000002", "SEC-000001", "SEC-000009");
      assertThat(numbers(List.of(SecurityStatus.RESOLVED), KnownRecords.ALL, 0, 10))
          .containsExactly("SEC-000009");
      assertThat(store.search(new SecuritySearch(List.of(), KnownRecords.ALL, 0, 1)).total())
          .isEqualTo(6);
    }

    @Test
    void leaveOutWhatAPersonMayNotKnowOf() {
      store.add(bare("SEC-000001", null, MORNING));
      store.add(bare("SEC-000002", null, MORNING.plusSeconds(1)));
      var none = new KnownRecords("s.number = :mine", java.util.Map.of("mine", "SEC-000001"));

      assertThat(numbers(List.of(), none, 0, 10)).containsExactly("SEC-000001");
      assertThat(store.search(new SecuritySearch(List.of(), none, 0, 10)).total()).isOne();
    }

    private List<String> numbers(
        List<SecurityStatus> statuses, KnownRecords known, int page, int size) {
      return store.search(new SecuritySearch(statuses, known, page, size)).incidents().stream()
          .map(SecurityIncident::number)
          .toList();
    }
  }

  @Nested
  class Deadlines {

    private final Deadline first =
        new Deadline(
            "SEC-000001",
            Stage.CONTAIN,
            1,
            MORNING,
            MORNING.plus(Duration.ofHours(4)),
            "PT4H",
            "around-the-clock",
            null,
            false);
    private final Warning half =
        new Warning("SEC-000001", Stage.CONTAIN, 1, "50%", "group", MORNING.plusSeconds(1), false);
    private final Warning breach =
        new Warning("SEC-000001", Stage.CONTAIN, 1, "100%", "group", MORNING.plusSeconds(2), true);

    @BeforeEach
    void aDeadline() {
      deadlines.open(first, List.of(breach, half));
    }

    @Test
    void comeBackWithTheirWarningsInOrder() {
      assertThat(deadlines.of("SEC-000001")).containsExactly(first);
      assertThat(deadlines.untold("SEC-000001")).containsExactly(half, breach);
    }

    @Test
    void areTakenOnce() {
      assertThat(deadlines.take(half, MORNING)).isTrue();
      assertThat(deadlines.take(half, MORNING)).isFalse();
      assertThat(deadlines.untold("SEC-000001")).containsExactly(breach);
    }

    @Test
    void takeTheirWarningsWithThemWhenTheyEnd() {
      deadlines.end("SEC-000001", Stage.CONTAIN, MORNING.plusSeconds(9), true);
      deadlines.end("SEC-000001", Stage.CONTAIN, MORNING.plusSeconds(99), false);

      assertThat(deadlines.untold("SEC-000001")).isEmpty();
      assertThat(deadlines.of("SEC-000001"))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.endedAt()).isEqualTo(MORNING.plusSeconds(9));
                assertThat(one.done()).isTrue();
              });
    }
  }

  @Nested
  class TheViewOfAllSecurityIncidents {

    private final SecurityView view =
        new JdbcSecurityView(
            DATABASE.jdbc(),
            List.of(
                new SecurityViewSources().flaggedIncidents(),
                new SecurityViewSources().securityIncidentsThemselves()));

    @Test
    void holdsExactlyTheFlaggedOnesOfEveryTable() {
      incident("INC-000001", true, 1);
      incident("INC-000002", false, 2);
      incident("INC-000003", true, 3);
      incident("INC-000004", true, 4);
      store.add(bare("SEC-000001", null, MORNING.plusSeconds(5)));
      store.add(bare("SEC-000002", Finding.SECURITY_INCIDENT, MORNING.plusSeconds(6)));
      store.add(bare("SEC-000003", Finding.NO_SECURITY_INCIDENT, MORNING.plusSeconds(7)));
      store.add(bare("SEC-000004", Finding.SAME_AS_ANOTHER, MORNING.plusSeconds(8)));
      store.addEvent("SEC-000003", "INC-000003", MORNING);
      store.addEvent("SEC-000004", "INC-000004", MORNING);
      store.addEvent("SEC-000002", "INC-000004", MORNING);

      assertThat(view.page(KnownRecords.ALL, 0, 10).rows())
          .extracting(row -> row.mechanism() + " " + row.number())
          .containsExactly(
              "SECURITY_INCIDENT SEC-000002",
              "SECURITY_INCIDENT SEC-000001",
              "MAJOR_INCIDENT INC-000004",
              "INCIDENT INC-000001");
    }

    @Test
    void isPagedOverAllTables() {
      incident("INC-000001", true, 1);
      store.add(bare("SEC-000001", null, MORNING.plusSeconds(2)));
      incident("INC-000002", true, 3);

      var second = view.page(KnownRecords.ALL, 1, 2);
      assertThat(second.rows()).extracting(SecurityView.Row::number).containsExactly("INC-000001");
      assertThat(second.rows().get(0).openedAt()).isEqualTo(MORNING.plusSeconds(1));
      assertThat(second.total()).isEqualTo(3);
    }

    @Test
    void leavesOutWhatAPersonMayNotKnowOf() {
      incident("INC-000001", true, 1);
      store.add(bare("SEC-000001", null, MORNING));
      var known = new KnownRecords("v.number like :mine", java.util.Map.of("mine", "INC-%"));

      assertThat(view.page(known, 0, 10).rows())
          .extracting(SecurityView.Row::number)
          .containsExactly("INC-000001");
    }

    @Test
    void doesNotReadTheIncidentsThatDoNotConcernIt() {
      for (int i = 1; i <= 2000; i++) {
        incident("INC-%06d".formatted(i), i % 500 == 0, i);
      }
      DATABASE.jdbc().sql("analyze").update();

      var plan =
          DATABASE
              .jdbc()
              .sql("explain " + new SecurityViewSources().flaggedIncidents().select())
              .query(String.class)
              .list();
      assertThat(String.join("\n", plan)).containsIgnoringCase("incident_security_found");
    }

    private void incident(String number, boolean security, int second) {
      DATABASE
          .jdbc()
          .sql(
              """
              insert into itsm.incident (number, thread, opened_at, status, title, service,
                customer, kind, channel, requester, reporter, security, security_found, major,
                impact, urgency, triaged,
                support_level, reassignments, reminders, problem_suspected, reopenings,
                run_version, version)
              values (?, ?, ?, 'NEW', 'A title', 'email', 'north-office', 'DEGRADATION', 'page',
                'requester', 'requester', true, ?, ?, 'LOW', 'LOW', false, 1, 0, 0, false, 0, 0, 0)
              """)
          .params(
              number,
              UUID.randomUUID(),
              Columns.utc(MORNING.plusSeconds(second)),
              security,
              number.endsWith("4"))
          .update();
    }
  }
}
