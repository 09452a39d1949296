package org.itsmsuite.sla.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.ClockTerms;
import org.itsmsuite.sla.Pause;
import org.itsmsuite.sla.PriorityChange;
import org.itsmsuite.sla.Reopening;
import org.itsmsuite.sla.SlaClock;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** A clock as a row, both ways. */
final class ClockRow {

  private ClockRow() {}

  static MapSqlParameterSource values(SlaClock clock) {
    return new MapSqlParameterSource("id", clock.id())
        .addValue("priority", clock.priority())
        .addValue("level", clock.level())
        .addValue("allowed", clock.allowed().toSeconds())
        .addValue("startedAt", utc(clock.startedAt()))
        .addValue("dueAt", utc(clock.dueAt()))
        .addValue("generation", clock.generation())
        .addValue("generationSince", utc(clock.generationSince()))
        .addValue("metAt", utc(clock.metAt()))
        .addValue("breachedAt", utc(clock.breachedAt()))
        .addValue("cancelledAt", utc(clock.cancelledAt()))
        .addValue("kept", clock.kept())
        .addValue("missed", clock.missed())
        .addValue("version", clock.version())
        .addValue("agreement", clock.terms().agreement())
        .addValue("requirement", clock.terms().requirement())
        .addValues(terms(clock.terms()));
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

  static Pause pause(String record, ResultSet row, String reason) throws SQLException {
    return new Pause(record, row.getString(reason), instant(row, "from_at"), instant(row, "to_at"));
  }

  static SlaClock read(ResultSet row, int n) throws SQLException {
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
}
