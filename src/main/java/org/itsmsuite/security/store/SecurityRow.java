package org.itsmsuite.security.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.name;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.incident.Run;
import org.itsmsuite.security.Finding;
import org.itsmsuite.security.Probability;
import org.itsmsuite.security.SecurityAssessment;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecurityOutcome;
import org.itsmsuite.security.SecurityReport;
import org.itsmsuite.security.SecurityReview;
import org.itsmsuite.security.SecurityStatus;
import org.itsmsuite.security.Threat;
import org.itsmsuite.security.ThreatLevel;

/** A security incident as a row, both ways. */
final class SecurityRow {

  private SecurityRow() {}

  static Map<String, Object> all(SecurityIncident incident) {
    Map<String, Object> row = changing(incident);
    SecurityReport report = incident.report();
    row.put("thread", incident.thread());
    row.put("reported_at", utc(incident.reportedAt()));
    row.put("opened_at", utc(incident.openedAt()));
    row.put("title", report.title());
    row.put("description", report.description());
    row.put("service", report.service());
    row.put("customer", report.customer());
    row.put("reporter", report.reporter());
    return row;
  }

  static Map<String, Object> changing(SecurityIncident incident) {
    Map<String, Object> row = new HashMap<>();
    row.put("number", incident.number());
    row.put("version", incident.version());
    row.put("status", incident.status().name());
    row.put("assignee", incident.assignee());
    assessment(row, incident.assessment());
    threat(row, incident.assessment().threat());
    outcome(row, incident.outcome());
    review(row, incident.review());
    run(row, incident.run());
    return row;
  }

  private static void assessment(Map<String, Object> row, SecurityAssessment assessment) {
    row.put("found", name(assessment.found()));
    row.put("finding", name(assessment.finding()));
    row.put("finding_reason", assessment.reason());
    row.put("same_as", assessment.sameAs());
    row.put("notify_outside", assessment.notifyOutside());
    row.put("why_not_notified", assessment.whyNotNotified());
    row.put("risk", assessment.risk());
    row.put("priority", assessment.priority());
  }

  private static void threat(Map<String, Object> row, Threat threat) {
    row.put("probability", name(threat.probability()));
    row.put("confidentiality", name(threat.confidentiality()));
    row.put("integrity", name(threat.integrity()));
    row.put("accessibility", name(threat.accessibility()));
    row.put("authenticity", threat.authenticity());
    row.put("accountability", threat.accountability());
    row.put("non_repudiation", threat.nonRepudiation());
    row.put("reliability", threat.reliability());
    row.put("personal_data", threat.personalData());
  }

  private static void outcome(Map<String, Object> row, SecurityOutcome outcome) {
    row.put("resolution", outcome.resolution());
    row.put("contained_by", outcome.containedBy());
    row.put("contained_at", utc(outcome.containedAt()));
    row.put("notification", outcome.notification());
    row.put("notified_at", utc(outcome.notifiedAt()));
    row.put("resolved_at", utc(outcome.resolvedAt()));
    row.put("closed_at", utc(outcome.closedAt()));
  }

  private static void review(Map<String, Object> row, SecurityReview review) {
    row.put("review_kind", review == null ? null : review.kind());
    row.put("review_volume", review == null ? null : review.volume());
    row.put("review_effect", review == null ? null : review.effect());
    row.put("review_lessons", review == null ? null : review.lessons());
    row.put("review_cause_left", review == null ? null : review.causeLeft());
    row.put("review_improvement", review == null ? null : review.improvement());
    row.put("reviewed_by", review == null ? null : review.reviewedBy());
  }

  private static void run(Map<String, Object> row, Run run) {
    row.put("run_instance", run == null ? null : run.instance());
    row.put("run_key", run == null ? null : run.key());
    row.put("run_version", run == null ? 0 : run.version());
    row.put("run_version_tag", run == null ? null : run.versionTag());
    row.put("run_bundle", run == null ? null : run.bundle());
  }

  static SecurityIncident read(ResultSet row, int n) throws SQLException {
    return new SecurityIncident(
        row.getString("number"),
        row.getObject("thread", UUID.class),
        instant(row, "reported_at"),
        instant(row, "opened_at"),
        new SecurityReport(
            row.getString("title"),
            row.getString("description"),
            row.getString("service"),
            row.getString("customer"),
            row.getString("reporter")),
        SecurityStatus.valueOf(row.getString("status")),
        readAssessment(row),
        row.getString("assignee"),
        new SecurityOutcome(
            row.getString("resolution"),
            row.getString("contained_by"),
            instant(row, "contained_at"),
            row.getString("notification"),
            instant(row, "notified_at"),
            instant(row, "resolved_at"),
            instant(row, "closed_at")),
        readReview(row),
        readRun(row),
        row.getLong("version"));
  }

  private static SecurityAssessment readAssessment(ResultSet row) throws SQLException {
    return new SecurityAssessment(
        value(row, "found", Finding.class),
        value(row, "finding", Finding.class),
        row.getString("finding_reason"),
        row.getString("same_as"),
        new Threat(
            value(row, "probability", Probability.class),
            value(row, "confidentiality", ThreatLevel.class),
            value(row, "integrity", ThreatLevel.class),
            value(row, "accessibility", ThreatLevel.class),
            row.getBoolean("authenticity"),
            row.getBoolean("accountability"),
            row.getBoolean("non_repudiation"),
            row.getBoolean("reliability"),
            row.getBoolean("personal_data")),
        row.getBoolean("notify_outside"),
        row.getString("why_not_notified"),
        row.getString("risk"),
        row.getString("priority"));
  }

  private static SecurityReview readReview(ResultSet row) throws SQLException {
    String reviewer = row.getString("reviewed_by");
    return reviewer == null
        ? null
        : new SecurityReview(
            row.getString("review_kind"),
            row.getString("review_volume"),
            row.getString("review_effect"),
            row.getString("review_lessons"),
            row.getBoolean("review_cause_left"),
            row.getBoolean("review_improvement"),
            reviewer);
  }

  private static Run readRun(ResultSet row) throws SQLException {
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

  private static <E extends Enum<E>> E value(ResultSet row, String column, Class<E> type)
      throws SQLException {
    String name = row.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }
}
