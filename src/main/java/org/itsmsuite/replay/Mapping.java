package org.itsmsuite.replay;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.Urgency;

/**
 * How a log is read, and what fills its gaps: {@code config/replay/mapping.yaml}, checked.
 *
 * @param columns the log's name of each column
 * @param unknown text of a value that is not known
 * @param categories the log's name to ours
 * @param knownGroups the log's name to id
 * @param timers element id in the model to the name in reports
 */
record Mapping(
    Map<Column, String> columns,
    String unknown,
    DateTimeFormatter times,
    ZoneId zone,
    Map<String, RecordedState> states,
    Map<String, Impact> impacts,
    Map<String, Urgency> urgencies,
    Map<String, String> priorities,
    Map<String, String> categories,
    Defaults defaults,
    Map<String, String> knownGroups,
    OtherGroups otherGroups,
    TaskValues triage,
    TaskValues restore,
    Map<String, String> timers) {

  /** The columns that are read. */
  enum Column {
    NUMBER("number"),
    STATE("state"),
    AT("at"),
    OPENED_AT("openedAt"),
    IMPACT("impact"),
    URGENCY("urgency"),
    PRIORITY("priority"),
    GROUP("group"),
    ASSIGNEE("assignee"),
    REQUESTER("requester"),
    CATEGORY("category"),
    PROBLEM("problem"),
    CHANGE("change"),
    CAUSED_BY("causedBy", true);

    private final String field;
    private final boolean optional;

    Column(String field) {
      this(field, false);
    }

    Column(String field, boolean optional) {
      this.field = field;
      this.optional = optional;
    }

    /** Whether a log may lack it. */
    boolean isOptional() {
      return optional;
    }

    /** As the mapping file names it. */
    String field() {
      return field;
    }
  }

  /** What a log does not say. */
  record Defaults(
      String service,
      String customer,
      IncidentKind kind,
      String channel,
      String category,
      Impact impact,
      Urgency urgency) {}

  /** What a group is that only the log knows. */
  record OtherGroups(int level, String next, String manager) {}

  /**
   * How a task is completed.
   *
   * @param task its id in the model
   * @param withProblem values that replace others if the log names a problem
   */
  record TaskValues(String task, Map<String, String> values, Map<String, String> withProblem) {}
}
