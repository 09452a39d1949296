package org.itsmsuite.sla.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.ClockStore;
import org.itsmsuite.sla.ClockTerms;
import org.itsmsuite.sla.Pause;
import org.itsmsuite.sla.PriorityChange;
import org.itsmsuite.sla.ReachedMilestone;
import org.itsmsuite.sla.Reopening;
import org.itsmsuite.sla.SlaClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Clocks in the suite's own tables. */
@Repository
class JdbcClockStore implements ClockStore {

  private static final Comparator<SlaClock> IN_ORDER = Comparator.comparing(SlaClock::kind);

  private final JdbcClient jdbc;

  JdbcClockStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(SlaClock clock) {
    bind(
            jdbc.sql(
                """
                insert into itsm.sla_clock (id, record, kind, run, bundle, priority, level, target, allowed, calendar,
                  calendar_version, pause_reasons, priority_change, reopening, downgrade_limit, started_at, due_at, generation,
                  generation_since, met_at, breached_at, cancelled_at, periodic, agreement, requirement, kept, missed, version)
                values (:id, :record, :kind, :run, :bundle, :priority, :level, :target, :allowed, :calendar,
                  :calendarVersion, :pauseReasons, :priorityChange, :reopening, :downgradeLimit, :startedAt, :dueAt, :generation,
                  :generationSince, :metAt, :breachedAt, :cancelledAt, :periodic, :agreement, :requirement, :kept, :missed, :version)
                """),
            clock)
        .param("record", clock.record())
        .param("kind", clock.kind().name())
        .param("run", clock.run())
        .param("bundle", clock.bundle())
        .update();
  }

  @Override
  public void save(SlaClock clock) {
    int saved =
        bind(
                jdbc.sql(
                    """
                    update itsm.sla_clock set priority = :priority, level = :level, target = :target, allowed = :allowed,
                      calendar = :calendar, calendar_version = :calendarVersion, pause_reasons = :pauseReasons,
                      priority_change = :priorityChange, reopening = :reopening, downgrade_limit = :downgradeLimit,
                      started_at = :startedAt, due_at = :dueAt, generation = :generation, generation_since = :generationSince,
                      met_at = :metAt, breached_at = :breachedAt, cancelled_at = :cancelledAt,
                      periodic = :periodic, agreement = :agreement, requirement = :requirement, kept = :kept, missed = :missed, version = :version + 1
                    where id = :id and version = :version
                    """),
                clock)
            .update();
    if (saved != 1) {
      throw ClockStore.changedMeanwhile(clock);
    }
  }

  private static StatementSpec bind(StatementSpec sql, SlaClock clock) {
    return sql.param("id", clock.id())
        .param("priority", clock.priority())
        .param("level", clock.level())
        .param("allowed", clock.allowed().toSeconds())
        .param("startedAt", utc(clock.startedAt()))
        .param("dueAt", utc(clock.dueAt()))
        .param("generation", clock.generation())
        .param("generationSince", utc(clock.generationSince()))
        .param("metAt", utc(clock.metAt()))
        .param("breachedAt", utc(clock.breachedAt()))
        .param("cancelledAt", utc(clock.cancelledAt()))
        .param("kept", clock.kept())
        .param("missed", clock.missed())
        .param("version", clock.version())
        .param("agreement", clock.terms().agreement())
        .param("requirement", clock.terms().requirement())
        .params(terms(clock.terms()));
  }

  private static Map<String, Object> terms(ClockTerms terms) {
    return Map.of(
        "target", terms.target().toSeconds(),
        "calendar", terms.calendar(),
        "calendarVersion", terms.calendarVersion(),
        "pauseReasons", String.join(",", terms.pauseReasons()),
        "priorityChange", terms.priorityChange().name(),
        "reopening", terms.reopening().name(),
        "downgradeLimit", terms.downgradeLimit(),
        "periodic", terms.periodic());
  }

  @Override
  public List<SlaClock> of(String record) {
    return jdbc
        .sql("select * from itsm.sla_clock where record = :record")
        .param("record", record)
        .query(JdbcClockStore::clock)
        .list()
        .stream()
        .sorted(IN_ORDER)
        .toList();
  }

  @Override
  public Map<String, List<SlaClock>> of(Collection<String> records) {
    if (records.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select * from itsm.sla_clock where record in (:records)")
        .param("records", records)
        .query(JdbcClockStore::clock)
        .list()
        .stream()
        .sorted(IN_ORDER)
        .collect(Collectors.groupingBy(SlaClock::record));
  }

  @Override
  public List<Pause> pauses(String record) {
    return pauses(Set.of(record)).getOrDefault(record, List.of());
  }

  @Override
  public Map<String, List<Pause>> pauses(Collection<String> records) {
    if (records.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select * from itsm.sla_pause where record in (:records) order by from_at")
        .param("records", records)
        .query(
            (row, n) ->
                new Pause(
                    row.getString("record"),
                    row.getString("reason"),
                    instant(row, "from_at"),
                    instant(row, "to_at")))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Pause::record));
  }

  @Override
  public void open(Pause pause) {
    jdbc.sql(
            "insert into itsm.sla_pause (record, reason, from_at, to_at) values (:record, :reason, :from, :to)")
        .param("record", pause.record())
        .param("reason", pause.reason())
        .param("from", utc(pause.from()))
        .param("to", utc(pause.to()))
        .update();
  }

  @Override
  public void close(String record, String reason, Instant to) {
    jdbc.sql(
            "update itsm.sla_pause set to_at = :to where record = :record and reason = :reason and to_at is null")
        .param("record", record)
        .param("reason", reason)
        .param("to", utc(to))
        .update();
  }

  @Override
  public List<ReachedMilestone> reached(UUID clock) {
    return jdbc.sql("select * from itsm.sla_milestone where clock = :clock")
        .param("clock", clock)
        .query(
            (row, n) ->
                new ReachedMilestone(
                    clock,
                    row.getInt("generation"),
                    row.getString("milestone"),
                    instant(row, "due_at"),
                    instant(row, "acted_at")))
        .list();
  }

  /**
   * The unique key decides between two nodes: the loser's whole step rolls back and, tried again,
   * finds it done.
   */
  @Override
  public boolean remember(ReachedMilestone milestone) {
    return jdbc.sql(
                """
                insert into itsm.sla_milestone (clock, generation, milestone, due_at, acted_at)
                select :clock, :generation, :milestone, :dueAt, :actedAt
                where not exists (select 1 from itsm.sla_milestone
                  where clock = :clock and generation = :generation and milestone = :milestone)
                """)
            .param("clock", milestone.clock())
            .param("generation", milestone.generation())
            .param("milestone", milestone.milestone())
            .param("dueAt", utc(milestone.dueAt()))
            .param("actedAt", utc(milestone.actedAt()))
            .update()
        == 1;
  }

  private static SlaClock clock(ResultSet row, int n) throws SQLException {
    return new SlaClock(
        row.getObject("id", UUID.class),
        row.getString("record"),
        ClockKind.valueOf(row.getString("kind")),
        row.getString("run"),
        row.getString("bundle"),
        row.getString("priority"),
        row.getInt("level"),
        terms(row),
        Duration.ofSeconds(row.getLong("allowed")),
        instant(row, "started_at"),
        instant(row, "due_at"),
        row.getInt("generation"),
        instant(row, "generation_since"),
        instant(row, "met_at"),
        instant(row, "breached_at"),
        instant(row, "cancelled_at"),
        row.getInt("kept"),
        row.getInt("missed"),
        row.getInt("version"));
  }

  private static ClockTerms terms(ResultSet row) throws SQLException {
    return new ClockTerms(
        Duration.ofSeconds(row.getLong("target")),
        row.getString("calendar"),
        row.getInt("calendar_version"),
        reasons(row.getString("pause_reasons")),
        PriorityChange.valueOf(row.getString("priority_change")),
        Reopening.valueOf(row.getString("reopening")),
        row.getInt("downgrade_limit"),
        row.getBoolean("periodic"),
        row.getString("agreement"),
        row.getString("requirement"));
  }

  private static Set<String> reasons(String list) {
    return Arrays.stream(list.split(","))
        .filter(reason -> !reason.isBlank())
        .collect(Collectors.toSet());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
