package org.itsmsuite.sla.store;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.itsmsuite.database.Columns;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.sla.ClockStore;
import org.itsmsuite.sla.Pause;
import org.itsmsuite.sla.ReachedMilestone;
import org.itsmsuite.sla.SlaClock;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Clocks in the suite's own tables. Within a transaction see {@link HeldClocks}. */
@Repository
class JdbcClockStore implements ClockStore, HeldClocks.Rows {

  private static final String INSERT =
      """
      insert into itsm.sla_clock (id, record, kind, run, bundle, priority, level, target, allowed, calendar,
        calendar_version, pause_reasons, priority_change, reopening, downgrade_limit, started_at, due_at, generation,
        generation_since, met_at, breached_at, cancelled_at, periodic, agreement, requirement, kept, missed, version)
      values (:id, :record, :kind, :run, :bundle, :priority, :level, :target, :allowed, :calendar,
        :calendarVersion, :pauseReasons, :priorityChange, :reopening, :downgradeLimit, :startedAt, :dueAt, :generation,
        :generationSince, :metAt, :breachedAt, :cancelledAt, :periodic, :agreement, :requirement, :kept, :missed, :version)
      """;
  private static final String UPDATE =
      """
      update itsm.sla_clock set priority = :priority, level = :level, target = :target, allowed = :allowed,
        calendar = :calendar, calendar_version = :calendarVersion, pause_reasons = :pauseReasons,
        priority_change = :priorityChange, reopening = :reopening, downgrade_limit = :downgradeLimit,
        started_at = :startedAt, due_at = :dueAt, generation = :generation, generation_since = :generationSince,
        met_at = :metAt, breached_at = :breachedAt, cancelled_at = :cancelledAt,
        periodic = :periodic, agreement = :agreement, requirement = :requirement, kept = :kept, missed = :missed, version = :version
      where id = :id and version = :was
      """;

  private final NamedParameterJdbcOperations batches;
  private final JdbcClient jdbc;

  JdbcClockStore(NamedParameterJdbcOperations jdbc) {
    this.batches = jdbc;
    this.jdbc = JdbcClient.create(jdbc);
  }

  private Optional<HeldClocks> held() {
    return UnitOfWork.part(this, () -> new HeldClocks(this));
  }

  @Override
  public void add(SlaClock clock) {
    held().ifPresentOrElse(held -> held.add(clock), () -> insert(List.of(clock)));
  }

  @Override
  public void insert(Collection<SlaClock> clocks) {
    batches.batchUpdate(
        INSERT,
        clocks.stream()
            .map(
                clock ->
                    ClockRow.values(clock)
                        .addValue("record", clock.record())
                        .addValue("kind", clock.kind().name())
                        .addValue("run", clock.run())
                        .addValue("bundle", clock.bundle()))
            .toArray(SqlParameterSource[]::new));
  }

  @Override
  public void save(SlaClock clock) {
    var saved = new HeldClocks.Saved(clock.saved(), clock.version());
    held().ifPresentOrElse(held -> held.save(saved), () -> update(List.of(saved)));
  }

  @Override
  public void update(Collection<HeldClocks.Saved> clocks) {
    var all = List.copyOf(clocks);
    int[] counts =
        batches.batchUpdate(
            UPDATE,
            all.stream()
                .map(saved -> ClockRow.values(saved.clock()).addValue("was", saved.was()))
                .toArray(SqlParameterSource[]::new));
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 1) {
        throw ClockStore.changedMeanwhile(all.get(i).clock());
      }
    }
  }

  @Override
  public List<SlaClock> of(String record) {
    return held().map(held -> held.of(record)).orElseGet(() -> read(record).clocks());
  }

  /** With the pauses, which are nearly always wanted too. */
  @Override
  public HeldClocks.OfRecord read(String record) {
    Map<UUID, SlaClock> clocks = new LinkedHashMap<>();
    Set<Pause> pauses = new LinkedHashSet<>();
    jdbc.sql(
            """
            select c.*, p.reason as pause_reason, p.from_at, p.to_at
            from (values (cast(:record as varchar))) asked (number)
            left join itsm.sla_clock c on c.record = asked.number
            left join itsm.sla_pause p on p.record = asked.number
            order by p.from_at
            """)
        .param("record", record)
        .query(
            row -> {
              if (row.getString("kind") != null) {
                SlaClock clock = ClockRow.read(row, 0);
                clocks.put(clock.id(), clock);
              }
              if (row.getString("pause_reason") != null) {
                pauses.add(ClockRow.pause(record, row, "pause_reason"));
              }
            });
    return new HeldClocks.OfRecord(
        clocks.values().stream().sorted(HeldClocks.IN_ORDER).toList(), List.copyOf(pauses));
  }

  @Override
  public Map<String, List<SlaClock>> of(Collection<String> records) {
    if (records.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select * from itsm.sla_clock where record in (:records)")
        .param("records", records)
        .query(ClockRow::read)
        .list()
        .stream()
        .sorted(HeldClocks.IN_ORDER)
        .collect(Collectors.groupingBy(SlaClock::record));
  }

  @Override
  public List<Pause> pauses(String record) {
    return held().map(held -> held.pauses(record)).orElseGet(() -> read(record).pauses());
  }

  @Override
  public Map<String, List<Pause>> pauses(Collection<String> records) {
    if (records.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select * from itsm.sla_pause where record in (:records) order by from_at")
        .param("records", records)
        .query((row, n) -> ClockRow.pause(row.getString("record"), row, "reason"))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Pause::record));
  }

  @Override
  public void open(Pause pause) {
    write(
        jdbc.sql(
                "insert into itsm.sla_pause (record, reason, from_at, to_at) values (:record, :reason, :from, :to)")
            .param("record", pause.record())
            .param("reason", pause.reason())
            .param("from", Columns.utc(pause.from()))
            .param("to", Columns.utc(pause.to())));
    held().ifPresent(held -> held.open(pause));
  }

  @Override
  public void close(String record, String reason, Instant to) {
    write(
        jdbc.sql(
                "update itsm.sla_pause set to_at = :to where record = :record and reason = :reason and to_at is null")
            .param("record", record)
            .param("reason", reason)
            .param("to", Columns.utc(to)));
    held().ifPresent(held -> held.close(record, reason, to));
  }

  /** Pauses and milestones wait for nothing: they are not held back. */
  private static int write(StatementSpec statement) {
    return UnitOfWork.quietly(statement::update);
  }

  @Override
  public List<ReachedMilestone> reached(UUID clock) {
    return UnitOfWork.quietly(
        () ->
            jdbc.sql("select * from itsm.sla_milestone where clock = :clock")
                .param("clock", clock)
                .query(
                    (row, n) ->
                        new ReachedMilestone(
                            clock,
                            row.getInt("generation"),
                            row.getString("milestone"),
                            Columns.instant(row, "due_at"),
                            Columns.instant(row, "acted_at")))
                .list());
  }

  /**
   * The unique key decides between two nodes: the loser's whole step rolls back and, tried again,
   * finds it done.
   */
  @Override
  public boolean remember(ReachedMilestone milestone) {
    return write(
            jdbc.sql(
                    """
                    insert into itsm.sla_milestone (clock, generation, milestone, due_at, acted_at)
                    select :clock, :generation, :milestone, :dueAt, :actedAt
                    where not exists (select 1 from itsm.sla_milestone
                      where clock = :clock and generation = :generation and milestone = :milestone)
                    """)
                .param("clock", milestone.clock())
                .param("generation", milestone.generation())
                .param("milestone", milestone.milestone())
                .param("dueAt", Columns.utc(milestone.dueAt()))
                .param("actedAt", Columns.utc(milestone.actedAt())))
        == 1;
  }
}
