package org.itsmsuite.incident.major.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.database.Columns;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.itsmsuite.incident.major.MajorIncident;
import org.itsmsuite.incident.major.MajorStore;
import org.itsmsuite.incident.major.TechnicalTask;
import org.itsmsuite.restriction.KnownRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Major incidents in the suite's own tables. */
@Repository
class JdbcMajorStore implements MajorStore {

  private static final String INSERT =
      """
      insert into itsm.major_incident (
        id, record, declared_at, declared_by, how, reason, agreed_with, agreed_on, update_every,
        update_calendar, report_within, review_within, calendar, run_instance, run_process, told, manager,
        charged_at, word_count, word_at, word_text, ended_at, report_due_at, report_course, report_cause,
        report_effect, report_done, report_lessons, report_by, report_at, review_due_at,
        review_participants, review_findings, review_improvements, review_problem_wanted,
        review_why_no_problem, review_by, review_at, reminders, withdrawn_at, withdrawn_by,
        withdrawn_reason, version)
      values (
        :id, :record, :declared_at, :declared_by, :how, :reason, :agreed_with, :agreed_on, :update_every,
        :update_calendar, :report_within, :review_within, :calendar, :run_instance, :run_process, :told,
        :manager, :charged_at, :word_count, :word_at, :word_text, :ended_at, :report_due_at,
        :report_course, :report_cause, :report_effect, :report_done, :report_lessons, :report_by,
        :report_at, :review_due_at, :review_participants, :review_findings, :review_improvements,
        :review_problem_wanted, :review_why_no_problem, :review_by, :review_at, :reminders, :withdrawn_at,
        :withdrawn_by, :withdrawn_reason, :version)
      """;
  private static final String UPDATE =
      """
      update itsm.major_incident set
        run_instance = :run_instance, run_process = :run_process, told = :told, manager = :manager,
        charged_at = :charged_at, word_count = :word_count, word_at = :word_at, word_text = :word_text,
        ended_at = :ended_at, report_due_at = :report_due_at, report_course = :report_course,
        report_cause = :report_cause, report_effect = :report_effect, report_done = :report_done,
        report_lessons = :report_lessons, report_by = :report_by, report_at = :report_at,
        review_due_at = :review_due_at, review_participants = :review_participants,
        review_findings = :review_findings, review_improvements = :review_improvements,
        review_problem_wanted = :review_problem_wanted, review_why_no_problem = :review_why_no_problem,
        review_by = :review_by, review_at = :review_at, reminders = :reminders,
        withdrawn_at = :withdrawn_at, withdrawn_by = :withdrawn_by, withdrawn_reason = :withdrawn_reason,
        version = version + 1
      where id = :id and version = :version
      """;

  private final JdbcClient jdbc;

  JdbcMajorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(MajorIncident major) {
    jdbc.sql(INSERT).params(MajorRow.all(major)).update();
  }

  @Override
  public void save(MajorIncident major) {
    if (jdbc.sql(UPDATE).params(MajorRow.changing(major)).update() != 1) {
      throw new ConcurrentChangeException(major.record());
    }
    major.saved();
  }

  @Override
  public Optional<MajorIncident> latest(String record) {
    return jdbc.sql(
            """
            select * from itsm.major_incident where record = :record
            order by declared_at desc, id fetch first 1 rows only
            """)
        .param("record", record)
        .query(MajorRow::read)
        .optional();
  }

  @Override
  public List<MajorIncident> running(KnownRecords known, Collection<String> services) {
    if (services != null && services.isEmpty()) {
      return List.of();
    }
    Map<String, Object> params = new HashMap<>(known.params());
    String served = "";
    if (services != null) {
      served = " and i.service in (:services)";
      params.put("services", services);
    }
    return jdbc.sql(
            """
            select m.* from itsm.major_incident m join itsm.incident i on i.number = m.record
            where m.withdrawn_at is null and m.review_at is null and %s%s
            order by m.declared_at desc, m.record
            """
                .formatted(known.sql(), served))
        .params(params)
        .query(MajorRow::read)
        .list();
  }

  @Override
  public void add(TechnicalTask task) {
    jdbc.sql(
            """
            insert into itsm.major_technical_task (
              id, major, position, support_group, task_text, given_at, given_by, user_task, outcome,
              result, ended_at, ended_by)
            values (
              :id, :major, :position, :support_group, :task_text, :given_at, :given_by, :user_task,
              :outcome, :result, :ended_at, :ended_by)
            """)
        .params(row(task))
        .update();
  }

  @Override
  public void save(TechnicalTask task) {
    jdbc.sql(
            """
            update itsm.major_technical_task set user_task = :user_task, outcome = :outcome,
              result = :result, ended_at = :ended_at, ended_by = :ended_by
            where id = :id
            """)
        .params(row(task))
        .update();
  }

  private static Map<String, Object> row(TechnicalTask task) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", task.id());
    row.put("major", task.major());
    row.put("position", task.position());
    row.put("support_group", task.group());
    row.put("task_text", task.text());
    row.put("given_at", Columns.utc(task.givenAt()));
    row.put("given_by", task.givenBy());
    row.put("user_task", task.task());
    row.put("outcome", task.outcome() == null ? null : task.outcome().name());
    row.put("result", task.result());
    row.put("ended_at", Columns.utc(task.endedAt()));
    row.put("ended_by", task.endedBy());
    return row;
  }

  @Override
  public List<TechnicalTask> tasksOf(MajorIncident major) {
    return jdbc.sql(
            "select * from itsm.major_technical_task where major = :major order by position")
        .param("major", major.id())
        .query(JdbcMajorStore::task)
        .list();
  }

  private static TechnicalTask task(ResultSet row, int n) throws SQLException {
    String outcome = row.getString("outcome");
    return new TechnicalTask(
        row.getObject("id", UUID.class),
        row.getObject("major", UUID.class),
        row.getInt("position"),
        row.getString("support_group"),
        row.getString("task_text"),
        Columns.instant(row, "given_at"),
        row.getString("given_by"),
        row.getString("user_task"),
        outcome == null ? null : TechnicalTask.Outcome.valueOf(outcome),
        row.getString("result"),
        Columns.instant(row, "ended_at"),
        row.getString("ended_by"));
  }
}
