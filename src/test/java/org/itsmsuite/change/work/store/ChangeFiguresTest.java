package org.itsmsuite.change.work.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.database.Columns.utc;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.change.work.ChangeFigures.Asked;
import org.itsmsuite.change.work.Figures;
import org.itsmsuite.change.work.Figures.By;
import org.itsmsuite.restriction.KnownRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeFiguresTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");

  /** In Berlin, March has begun. */
  private static final Instant LATE = Instant.parse("2026-02-28T23:30:00Z");

  private static final Asked ALL = asked(KnownRecords.ALL, KnownRecords.ALL);

  private final JdbcChangeFigures figures =
      new JdbcChangeFigures(DATABASE.jdbc(), ZoneId.of("Europe/Berlin"));

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  private static Asked asked(KnownRecords changes, KnownRecords incidents) {
    return new Asked(FEBRUARY, Instant.parse("2026-04-01T00:00:00Z"), changes, incidents);
  }

  private void ended(
      String number,
      String status,
      String category,
      String group,
      String implementation,
      String outcome,
      Instant at,
      String... items) {
    DATABASE
        .jdbc()
        .sql(
            """
            insert into itsm.change_record (number, thread, opened_at, status, title, reason,
              requester, subject, action, impact, support_group, category, assessment_round,
              implementation, outcome, ended_at, run_version, version)
            values (:number, '00000000-0000-0000-0000-000000000001', :at, :status, 'A', 'B',
              'requester', 'SMS', 'MODIFY', 'LOW', :group, :category, 1,
              :implementation, :outcome, :at, 1, 0)
            """)
        .param("number", number)
        .param("at", utc(at))
        .param("status", status)
        .param("group", group)
        .param("category", category)
        .param("implementation", implementation)
        .param("outcome", outcome)
        .update();
    for (int i = 0; i < items.length; i++) {
      DATABASE
          .jdbc()
          .sql("insert into itsm.change_item (change, position, item) values (?, ?, ?)")
          .params(number, i, items[i])
          .update();
    }
  }

  private void caused(String change, String incident) {
    new JdbcCausedStore(DATABASE.jdbc(), DATABASE.template()).add(change, incident, LATE);
  }

  @BeforeEach
  void someChangesEnded() {
    for (String table : List.of("change_record", "change_item", "change_caused")) {
      DATABASE.jdbc().sql("delete from itsm." + table).update();
    }
    ended(
        "CHG-000001",
        "CLOSED",
        "NORMAL",
        "third-level",
        "IMPLEMENTED",
        "SUCCESSFUL",
        FEBRUARY,
        "mail",
        "disk");
    ended(
        "CHG-000002",
        "CLOSED",
        "NORMAL",
        "third-level",
        "IMPLEMENTED",
        "SUCCESSFUL_WITH_ISSUES",
        LATE,
        "mail");
    ended(
        "CHG-000003",
        "CLOSED",
        "EMERGENCY",
        "second-level",
        "BACKED_OUT",
        "UNSUCCESSFUL",
        LATE,
        "disk");
    ended("CHG-000004", "REJECTED", "NORMAL", null, null, null, FEBRUARY);
    ended("CHG-000005", "REVIEW", "NORMAL", "third-level", "IMPLEMENTED", null, FEBRUARY, "mail");
    ended(
        "CHG-000006",
        "CLOSED",
        "NORMAL",
        "third-level",
        "IMPLEMENTED",
        "SUCCESSFUL",
        FEBRUARY.minusSeconds(1),
        "mail");
    ended(
        "CHG-000007",
        "CLOSED",
        "NORMAL",
        "third-level",
        "IMPLEMENTED",
        "SUCCESSFUL",
        Instant.parse("2026-04-01T00:00:00Z"),
        "mail");
    caused("CHG-000003", "INC-000001");
    caused("CHG-000003", "INC-000002");
    caused("CHG-000002", "INC-000003");
  }

  @Test
  void eachChangeOfThePeriodCountsOnceInTheTotal() {
    assertThat(figures.total(ALL)).isEqualTo(new Figures(null, 3, 1, 1, 1, 1, 1, 3, 1));
    assertThat(figures.total(ALL).successRate()).isEqualTo(67);
  }

  @Test
  void theyAreCountedByCategoryTeamItemAndMonth() {
    assertThat(figures.of(By.CATEGORY, ALL, 0, 10))
        .containsExactly(
            new Figures("NORMAL", 2, 1, 1, 0, 0, 1, 1, 0),
            new Figures("EMERGENCY", 1, 0, 0, 1, 1, 0, 2, 1));
    assertThat(figures.of(By.TEAM, ALL, 0, 10))
        .containsExactlyInAnyOrder(
            new Figures("third-level", 2, 1, 1, 0, 0, 0, 1, 0),
            new Figures("second-level", 1, 0, 0, 1, 1, 0, 2, 1),
            new Figures(null, 0, 0, 0, 0, 0, 1, 0, 0));
    assertThat(figures.of(By.ITEM, ALL, 0, 2))
        .containsExactly(
            new Figures("disk", 2, 1, 0, 1, 1, 0, 2, 1),
            new Figures("mail", 2, 1, 1, 0, 0, 0, 1, 0));
    assertThat(figures.of(By.MONTH, ALL, 0, 10))
        .containsExactly(
            new Figures("2026-02", 1, 1, 0, 0, 0, 1, 0, 0),
            new Figures("2026-03", 2, 0, 1, 1, 1, 0, 3, 1));
  }

  @Test
  void theyArePaged() {
    assertThat(figures.lines(By.ITEM, ALL)).isEqualTo(3);
    assertThat(figures.of(By.ITEM, ALL, 1, 2))
        .extracting(Figures::key)
        .containsExactly((String) null);
  }

  @Test
  void whatAReaderMayNotKnowOfIsNotCounted() {
    var some = new KnownRecords("c.number <> :hiddenChange", Map.of("hiddenChange", "CHG-000001"));
    var few = new KnownRecords("x.incident <> :hiddenOne", Map.of("hiddenOne", "INC-000002"));
    assertThat(figures.total(asked(some, few)))
        .isEqualTo(new Figures(null, 2, 0, 1, 1, 1, 1, 2, 1));
  }

  @Test
  void withoutAnyChangeEverythingIsNothing() {
    var none = new KnownRecords("1 = 0", Map.of());
    assertThat(figures.total(asked(none, none)))
        .isEqualTo(new Figures(null, 0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(figures.total(asked(none, none)).successRate()).isNull();
    assertThat(figures.of(By.MONTH, asked(none, none), 0, 10)).isEmpty();
    assertThat(figures.lines(By.MONTH, asked(none, none))).isZero();
  }
}
