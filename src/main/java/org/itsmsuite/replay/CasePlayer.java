package org.itsmsuite.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.NewIncident;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.WaitingReason;

/**
 * Plays one recorded incident: every row becomes what people would have done at the desk. What the
 * row says wins over what the process did by itself in the meantime.
 */
final class CasePlayer {

  private static final String REASON = "As recorded in the log.";

  private final Desk desk;
  private final Mapping mapping;
  private final ReplayGroups groups;
  private final Incidents incidents;
  private final List<String> wouldHave = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private final List<Note> adjusted = new ArrayList<>();
  private String number;
  private Instant now;
  private String recordedGroup;
  private int reassignments;

  CasePlayer(Desk desk, Mapping mapping, ReplayGroups groups) {
    this.desk = desk;
    this.mapping = mapping;
    this.groups = groups;
    this.incidents = desk.incidents();
  }

  /** The incident is reported when the log says it was opened. */
  void report(Row first) {
    now = first.openedAt();
    desk.at(now);
    desk.as(actor("replay"));
    var missing = mapping.defaults();
    number =
        incidents
            .report(
                new NewIncident(
                    "Recorded incident " + first.number(),
                    null,
                    missing.service(),
                    null,
                    missing.kind(),
                    Objects.requireNonNullElse(first.impact(), missing.impact()),
                    Objects.requireNonNullElse(first.urgency(), missing.urgency()),
                    category(first),
                    missing.channel(),
                    false,
                    Objects.requireNonNullElse(first.requester(), "replay"),
                    missing.customer()))
            .number();
  }

  void play(Row row) {
    moveTo(row);
    desk.as(actor("replay"));
    if (!isOpen()) {
      if (!row.state().isOpen()) {
        afterwards(row);
        return;
      }
      incidents.reopen(number, REASON);
    }
    judge(row);
    place(row);
    take(row);
    if (row.state() != RecordedState.NEW && !incident().assessment().triaged()) {
      complete(row, mapping.triage());
      place(row);
      take(row);
    }
    count(row);
    if (row.state().isOpen()) {
      await(row.state().waitingFor());
    } else {
      complete(row, mapping.restore());
      close(row);
    }
  }

  private void moveTo(Row row) {
    if (row.at().isBefore(now)) {
      adjusted.add(
          new Note(
              row.line(),
              row.at() + " lies before the time reached and was moved forward to " + now));
    }
    Instant to = row.at().isBefore(now) ? now : row.at();
    now = to;
    for (Desk.StandIn timer : desk.letTimePass(number, to)) {
      if (told.add(timer.id())) {
        wouldHave.add(
            mapping.timers().getOrDefault(timer.event(), timer.event()) + "@" + timer.due());
      }
    }
    desk.at(to);
  }

  private void judge(Row row) {
    var was = incident().assessment();
    var impact = Objects.requireNonNullElse(row.impact(), was.impact());
    var urgency = Objects.requireNonNullElse(row.urgency(), was.urgency());
    if (impact != was.impact() || urgency != was.urgency()) {
      incidents.setPriority(number, impact, urgency, REASON);
    }
  }

  private void place(Row row) {
    if (row.group() == null) {
      return;
    }
    String group = groups.idOf(row.group(), mapping);
    if (!group.equals(incident().assignment().group())) {
      incidents.handOver(number, group, REASON);
    }
  }

  private void count(Row row) {
    if (row.group() == null) {
      return;
    }
    if (recordedGroup != null && !recordedGroup.equals(row.group())) {
      reassignments++;
    }
    recordedGroup = row.group();
  }

  /** The person of the log takes the task, which is the acknowledgement. */
  private void take(Row row) {
    if (row.assignee() == null || row.assignee().equals(incident().assignment().assignee())) {
      return;
    }
    desk.as(actor(row.assignee()));
    desk.take(number);
    desk.as(actor("replay"));
  }

  private void await(WaitingReason reason) {
    var wait = incident().waiting();
    if (reason == null) {
      if (wait != null) {
        incidents.resume(number);
      }
    } else if (wait == null || wait.reason() != reason) {
      incidents.startWaiting(number, reason);
    }
  }

  private void complete(Row row, Mapping.TaskValues as) {
    Map<String, String> given = new HashMap<>(as.values());
    if (row.problem() != null) {
      given.putAll(as.withProblem());
    }
    var assessment = incident().assessment();
    Map<String, Object> values = new HashMap<>();
    given.forEach(
        (name, value) ->
            values.put(
                name,
                switch (value) {
                  case "{category}" -> category(row);
                  case "{impact}" -> assessment.impact().name();
                  case "{urgency}" -> assessment.urgency().name();
                  default -> value;
                }));
    desk.complete(number, as.task(), values);
  }

  private void close(Row row) {
    if (row.state() == RecordedState.CLOSED && incident().status() == Status.RESOLVED) {
      incidents.confirm(number);
    }
  }

  /** Work is over: nothing but closing is left, and what else the row changes can only be noted. */
  private void afterwards(Row row) {
    var assessment = incident().assessment();
    if (row.isJudged()
        && (row.impact() != assessment.impact() || row.urgency() != assessment.urgency())) {
      adjusted.add(
          new Note(row.line(), "Impact or urgency changed after the resolution: no step for it"));
    }
    if (row.group() != null && recordedGroup != null && !row.group().equals(recordedGroup)) {
      adjusted.add(new Note(row.line(), "The group changed after the resolution: no step for it"));
      recordedGroup = row.group();
    }
    close(row);
  }

  private boolean isOpen() {
    return switch (incident().status()) {
      case RESOLVED, CLOSED, CANCELLED -> false;
      default -> true;
    };
  }

  private String category(Row row) {
    String known = row.category() == null ? null : mapping.categories().get(row.category());
    return known == null ? mapping.defaults().category() : known;
  }

  private static Actor actor(String id) {
    return new Actor(id, Set.of("service-desk", "incident-managers"));
  }

  private Incident incident() {
    return incidents.find(number);
  }

  /** Null before the report. */
  String number() {
    return number;
  }

  int reassignments() {
    return reassignments;
  }

  List<String> wouldHave() {
    return wouldHave;
  }

  List<Note> adjusted() {
    return adjusted;
  }
}
