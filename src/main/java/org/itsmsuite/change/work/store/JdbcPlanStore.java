package org.itsmsuite.change.work.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.itsmsuite.change.work.PlanStep;
import org.itsmsuite.change.work.PlanStore;
import org.itsmsuite.change.work.WorkPlan;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans of changes in the suite's own tables. */
@Repository
class JdbcPlanStore implements PlanStore {

  private final JdbcClient jdbc;

  JdbcPlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public WorkPlan of(String change) {
    return new WorkPlan(
        jdbc.sql("select * from itsm.change_plan_step where change = ? order by position")
            .param(change)
            .query((row, n) -> step(row))
            .list());
  }

  private static PlanStep step(ResultSet row) throws SQLException {
    PlanStep.Done done =
        row.getString("done_by") == null
            ? null
            : new PlanStep.Done(
                instant(row, "begun_at"),
                instant(row, "ended_at"),
                row.getString("done_by"),
                row.getBoolean("worked"),
                row.getString("evidence"));
    return new PlanStep(
        row.getInt("position"),
        row.getInt("turn"),
        row.getString("support_group"),
        row.getString("what"),
        row.getInt("minutes"),
        done);
  }

  @Override
  public void replace(String change, WorkPlan plan) {
    jdbc.sql("delete from itsm.change_plan_step where change = ?").param(change).update();
    for (PlanStep step : plan.steps()) {
      jdbc.sql(
              """
              insert into itsm.change_plan_step (change, position, turn, support_group, what, minutes)
              values (:change, :position, :turn, :group, :what, :minutes)
              """)
          .param("change", change)
          .param("position", step.position())
          .param("turn", step.turn())
          .param("group", step.group())
          .param("what", step.what())
          .param("minutes", step.minutes())
          .update();
    }
  }

  @Override
  public void done(String change, PlanStep step) {
    int written =
        jdbc.sql(
                """
                update itsm.change_plan_step
                set begun_at = :from, ended_at = :to, done_by = :by, worked = :worked,
                    evidence = :evidence
                where change = :change and position = :position and done_by is null
                """)
            .param("from", utc(step.done().from()))
            .param("to", utc(step.done().to()))
            .param("by", step.done().by())
            .param("worked", step.done().worked())
            .param("evidence", step.done().evidence())
            .param("change", change)
            .param("position", step.position())
            .update();
    if (written == 0) {
      throw new ConcurrentChangeException(change);
    }
  }
}
