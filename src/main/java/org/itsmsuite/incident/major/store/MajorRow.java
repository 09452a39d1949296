package org.itsmsuite.incident.major.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.incident.major.Aftermath;
import org.itsmsuite.incident.major.Declaration;
import org.itsmsuite.incident.major.How;
import org.itsmsuite.incident.major.Lead;
import org.itsmsuite.incident.major.MajorIncident;
import org.itsmsuite.incident.major.MajorReport;
import org.itsmsuite.incident.major.MajorReview;
import org.itsmsuite.incident.major.MajorRun;
import org.itsmsuite.incident.major.MajorTerms;
import org.itsmsuite.incident.major.Withdrawal;
import org.itsmsuite.incident.major.Word;

/** A major incident as a row, both ways. */
final class MajorRow {

  private MajorRow() {}

  static Map<String, Object> all(MajorIncident major) {
    Map<String, Object> row = changing(major);
    Declaration declaration = major.declaration();
    MajorTerms terms = major.terms();
    row.put("record", major.record());
    row.put("declared_at", utc(declaration.at()));
    row.put("declared_by", declaration.by());
    row.put("how", declaration.how().name());
    row.put("reason", declaration.reason());
    row.put("agreed_with", declaration.agreedWith());
    row.put("agreed_on", declaration.agreedOn());
    row.put("update_every", terms.updateEvery().toString());
    row.put("update_calendar", terms.updateCalendar());
    row.put("report_within", terms.reportWithin().toString());
    row.put("review_within", terms.reviewWithin().toString());
    row.put("calendar", terms.calendar());
    return row;
  }

  static Map<String, Object> changing(MajorIncident major) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", major.id());
    row.put("version", major.version());
    lead(row, major.lead());
    aftermath(row, major.aftermath());
    report(row, major.aftermath().report());
    review(row, major.aftermath().review());
    Withdrawal withdrawal = major.withdrawal();
    row.put("withdrawn_at", withdrawal == null ? null : utc(withdrawal.at()));
    row.put("withdrawn_by", withdrawal == null ? null : withdrawal.by());
    row.put("withdrawn_reason", withdrawal == null ? null : withdrawal.reason());
    return row;
  }

  private static void lead(Map<String, Object> row, Lead lead) {
    row.put("run_instance", lead.run() == null ? null : lead.run().instance());
    row.put("run_process", lead.run() == null ? null : lead.run().process());
    row.put("told", String.join("\n", new TreeSet<>(lead.told())));
    row.put("manager", lead.manager());
    row.put("charged_at", utc(lead.chargedAt()));
    row.put("word_count", lead.word() == null ? 0 : lead.word().count());
    row.put("word_at", lead.word() == null ? null : utc(lead.word().at()));
    row.put("word_text", lead.word() == null ? null : lead.word().text());
  }

  private static void aftermath(Map<String, Object> row, Aftermath aftermath) {
    row.put("ended_at", utc(aftermath.endedAt()));
    row.put("report_due_at", utc(aftermath.reportDueAt()));
    row.put("review_due_at", utc(aftermath.reviewDueAt()));
    row.put("reminders", aftermath.reminders());
  }

  private static void report(Map<String, Object> row, MajorReport report) {
    row.put("report_course", report == null ? null : report.course());
    row.put("report_cause", report == null ? null : report.cause());
    row.put("report_effect", report == null ? null : report.effect());
    row.put("report_done", report == null ? null : report.done());
    row.put("report_lessons", report == null ? null : report.lessons());
    row.put("report_by", report == null ? null : report.by());
    row.put("report_at", report == null ? null : utc(report.at()));
  }

  private static void review(Map<String, Object> row, MajorReview review) {
    row.put("review_participants", review == null ? null : review.participants());
    row.put("review_findings", review == null ? null : review.findings());
    row.put("review_improvements", review == null ? null : review.improvements());
    row.put("review_problem_wanted", review != null && review.problemWanted());
    row.put("review_why_no_problem", review == null ? null : review.whyNoProblem());
    row.put("review_by", review == null ? null : review.by());
    row.put("review_at", review == null ? null : utc(review.at()));
  }

  static MajorIncident read(ResultSet row, int n) throws SQLException {
    return new MajorIncident(
        row.getObject("id", UUID.class),
        row.getString("record"),
        new Declaration(
            instant(row, "declared_at"),
            row.getString("declared_by"),
            How.valueOf(row.getString("how")),
            row.getString("reason"),
            row.getString("agreed_with"),
            row.getObject("agreed_on", LocalDate.class)),
        new MajorTerms(
            Duration.parse(row.getString("update_every")),
            row.getString("update_calendar"),
            WorkingSpan.parse(row.getString("report_within")),
            WorkingSpan.parse(row.getString("review_within")),
            row.getString("calendar")),
        lead(row),
        aftermath(row),
        withdrawal(row),
        row.getLong("version"));
  }

  private static Lead lead(ResultSet row) throws SQLException {
    String instance = row.getString("run_instance");
    return new Lead(
        instance == null ? null : new MajorRun(instance, row.getString("run_process")),
        recipients(row.getString("told")),
        row.getString("manager"),
        instant(row, "charged_at"),
        row.getInt("word_count") == 0
            ? null
            : new Word(
                row.getInt("word_count"), instant(row, "word_at"), row.getString("word_text")));
  }

  private static Set<String> recipients(String lines) {
    return lines.lines().filter(one -> !one.isEmpty()).collect(Collectors.toSet());
  }

  private static Aftermath aftermath(ResultSet row) throws SQLException {
    return new Aftermath(
        instant(row, "ended_at"),
        instant(row, "report_due_at"),
        report(row),
        instant(row, "review_due_at"),
        review(row),
        row.getInt("reminders"));
  }

  private static MajorReport report(ResultSet row) throws SQLException {
    Instant at = instant(row, "report_at");
    return at == null
        ? null
        : new MajorReport(
            row.getString("report_course"),
            row.getString("report_cause"),
            row.getString("report_effect"),
            row.getString("report_done"),
            row.getString("report_lessons"),
            row.getString("report_by"),
            at);
  }

  private static MajorReview review(ResultSet row) throws SQLException {
    Instant at = instant(row, "review_at");
    return at == null
        ? null
        : new MajorReview(
            row.getString("review_participants"),
            row.getString("review_findings"),
            row.getString("review_improvements"),
            row.getBoolean("review_problem_wanted"),
            row.getString("review_why_no_problem"),
            row.getString("review_by"),
            at);
  }

  private static Withdrawal withdrawal(ResultSet row) throws SQLException {
    Instant at = instant(row, "withdrawn_at");
    return at == null
        ? null
        : new Withdrawal(at, row.getString("withdrawn_by"), row.getString("withdrawn_reason"));
  }
}
