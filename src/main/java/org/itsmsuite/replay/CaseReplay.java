package org.itsmsuite.replay;

import java.time.Duration;
import java.util.List;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.ClockState;
import org.itsmsuite.sla.ClockView;

/** Plays recorded incidents one after the other, and leaves nothing of them behind at the desk. */
final class CaseReplay {

  private final Desk desk;
  private final Mapping mapping;
  private final ReplayGroups groups;

  CaseReplay(Desk desk, Mapping mapping, ReplayGroups groups) {
    this.desk = desk;
    this.mapping = mapping;
    this.groups = groups;
  }

  /**
   * @param rows of one incident, at least one
   */
  PlayedIncident play(List<Row> rows) {
    var player = new CasePlayer(desk, mapping, groups);
    NotComparable why = null;
    int next = 0;
    try {
      player.report(rows.get(0));
      for (Row row : rows) {
        player.play(row);
        next++;
      }
    } catch (RuntimeException missingStep) {
      why =
          new NotComparable(reason(missingStep), rows.stream().skip(next).map(Row::line).toList());
    }
    try {
      return facts(rows, player, why);
    } finally {
      desk.forgetAll();
    }
  }

  /** What the model, its tables or its forms refused: the innermost sentence that says so. */
  private static String reason(RuntimeException thrown) {
    Throwable said = thrown;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      said = cause;
      if (cause instanceof Refusal) {
        break;
      }
    }
    return said.getMessage() == null ? said.getClass().getSimpleName() : said.getMessage();
  }

  private PlayedIncident facts(List<Row> rows, CasePlayer player, NotComparable why) {
    Row first = rows.get(0);
    Row last = rows.get(rows.size() - 1);
    if (player.number() == null) {
      return new PlayedIncident(
          first.number(),
          null,
          last.priority(),
          last.isJudged(),
          null,
          first.openedAt(),
          null,
          null,
          null,
          null,
          null,
          Duration.ZERO,
          0,
          0,
          problem(rows),
          change(rows),
          causedBy(rows),
          List.of(),
          why,
          player.adjusted());
    }
    Incident incident = desk.incidents().find(player.number());
    List<ClockView> clocks = desk.clocks().of(player.number());
    ClockView resolution = clock(clocks, ClockKind.RESOLUTION);
    return new PlayedIncident(
        last.number(),
        incident.assessment().priority(),
        last.priority(),
        last.isJudged(),
        incident.status(),
        incident.openedAt(),
        incident.outcome().resolvedAt(),
        incident.outcome().closedAt(),
        resolution == null ? null : resolution.dueAt(),
        judged(resolution),
        judged(clock(clocks, ClockKind.RESPONSE)),
        desk.waited(player.number()),
        incident.outcome().reopenings(),
        player.reassignments(),
        problem(rows),
        change(rows),
        causedBy(rows),
        player.wouldHave(),
        why,
        player.adjusted());
  }

  private static ClockView clock(List<ClockView> clocks, ClockKind kind) {
    return clocks.stream().filter(clock -> clock.kind() == kind).findFirst().orElse(null);
  }

  private static ClockState judged(ClockView clock) {
    return clock == null
            || (clock.state() != ClockState.MET && clock.state() != ClockState.BREACHED)
        ? null
        : clock.state();
  }

  private static String problem(List<Row> rows) {
    return lastKnown(rows.stream().map(Row::problem).toList());
  }

  private static String change(List<Row> rows) {
    return lastKnown(rows.stream().map(Row::change).toList());
  }

  private static String causedBy(List<Row> rows) {
    return lastKnown(rows.stream().map(Row::causedBy).toList());
  }

  private static String lastKnown(List<String> values) {
    return values.stream().filter(value -> value != null).reduce((was, is) -> is).orElse(null);
  }
}
