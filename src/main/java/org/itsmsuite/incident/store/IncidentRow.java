package org.itsmsuite.incident.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.name;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.incident.Assessment;
import org.itsmsuite.incident.Assignment;
import org.itsmsuite.incident.Family;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.Mechanism;
import org.itsmsuite.incident.Outcome;
import org.itsmsuite.incident.Report;
import org.itsmsuite.incident.Run;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.incident.Wait;
import org.itsmsuite.incident.WaitingReason;

/** An incident as a row, both ways. */
final class IncidentRow {

  private IncidentRow() {}

  static Map<String, Object> all(Incident incident) {
    Map<String, Object> row = changing(incident);
    Report report = incident.report();
    row.put("thread", incident.thread());
    row.put("opened_at", utc(incident.openedAt()));
    row.put("title", report.title());
    row.put("description", report.description());
    row.put("service", report.service());
    row.put("customer", report.customer());
    row.put("configuration_item", report.configurationItem());
    row.put("kind", report.kind().name());
    row.put("channel", report.channel());
    row.put("requester", report.requester());
    row.put("reporter", report.reporter());
    row.put("security", report.security());
    return row;
  }

  static Map<String, Object> changing(Incident incident) {
    Map<String, Object> row = new HashMap<>();
    row.put("number", incident.number());
    row.put("version", incident.version());
    row.put("status", incident.status().name());
    assessment(row, incident.assessment());
    assignment(row, incident.assignment(), incident.waiting());
    outcome(row, incident.outcome());
    run(row, incident.run());
    row.put("parent", incident.family().parent());
    return row;
  }

  private static void assessment(Map<String, Object> row, Assessment assessment) {
    row.put("mechanism", name(assessment.mechanism()));
    row.put("category", assessment.category());
    row.put("impact", name(assessment.impact()));
    row.put("urgency", name(assessment.urgency()));
    row.put("priority", assessment.priority());
    row.put("triaged", assessment.triaged());
    row.put("duplicate_of", assessment.duplicateOf());
    row.put("security_found", assessment.security());
    row.put("major", assessment.major());
  }

  private static void assignment(Map<String, Object> row, Assignment assignment, Wait wait) {
    row.put("support_group", assignment.group());
    row.put("assignee", assignment.assignee());
    row.put("support_level", assignment.level());
    row.put("reassignments", assignment.reassignments());
    row.put("waiting_for", wait == null ? null : wait.reason().name());
    row.put("waiting_since", wait == null ? null : utc(wait.since()));
    row.put("reminders", wait == null ? 0 : wait.reminders());
  }

  private static void outcome(Map<String, Object> row, Outcome outcome) {
    row.put("resolution", outcome.resolution());
    row.put("resolution_code", outcome.code());
    row.put("problem_suspected", outcome.problemSuspected());
    row.put("resolved_at", utc(outcome.resolvedAt()));
    row.put("closed_at", utc(outcome.closedAt()));
    row.put("reopenings", outcome.reopenings());
    row.put("resolved_by", outcome.resolvedBy());
  }

  private static void run(Map<String, Object> row, Run run) {
    row.put("run_instance", run == null ? null : run.instance());
    row.put("run_key", run == null ? null : run.key());
    row.put("run_version", run == null ? 0 : run.version());
    row.put("run_version_tag", run == null ? null : run.versionTag());
    row.put("run_bundle", run == null ? null : run.bundle());
  }

  static Incident read(ResultSet row, int n) throws SQLException {
    return new Incident(
        row.getString("number"),
        row.getObject("thread", UUID.class),
        instant(row, "opened_at"),
        report(row),
        Status.valueOf(row.getString("status")),
        assessment(row),
        new Assignment(
            row.getString("support_group"),
            row.getString("assignee"),
            row.getInt("support_level"),
            row.getInt("reassignments")),
        wait(row),
        new Outcome(
            row.getString("resolution"),
            row.getString("resolution_code"),
            row.getBoolean("problem_suspected"),
            instant(row, "resolved_at"),
            instant(row, "closed_at"),
            row.getInt("reopenings"),
            row.getString("resolved_by")),
        run(row),
        new Family(row.getString("parent")),
        row.getLong("version"));
  }

  private static Report report(ResultSet row) throws SQLException {
    return new Report(
        row.getString("title"),
        row.getString("description"),
        row.getString("service"),
        row.getString("customer"),
        row.getString("configuration_item"),
        IncidentKind.valueOf(row.getString("kind")),
        row.getString("channel"),
        row.getString("requester"),
        row.getString("reporter"),
        row.getBoolean("security"));
  }

  private static Assessment assessment(ResultSet row) throws SQLException {
    String mechanism = row.getString("mechanism");
    return new Assessment(
        mechanism == null ? null : Mechanism.valueOf(mechanism),
        row.getString("category"),
        Impact.valueOf(row.getString("impact")),
        Urgency.valueOf(row.getString("urgency")),
        row.getString("priority"),
        row.getBoolean("triaged"),
        row.getString("duplicate_of"),
        row.getBoolean("security_found"),
        row.getBoolean("major"));
  }

  private static Wait wait(ResultSet row) throws SQLException {
    String reason = row.getString("waiting_for");
    return reason == null
        ? null
        : new Wait(
            WaitingReason.valueOf(reason), instant(row, "waiting_since"), row.getInt("reminders"));
  }

  private static Run run(ResultSet row) throws SQLException {
    String instance = row.getString("run_instance");
    return instance == null
        ? null
        : new Run(
            instance,
            row.getString("run_key"),
            row.getInt("run_version"),
            row.getString("run_version_tag"),
            row.getString("run_bundle"));
  }
}
