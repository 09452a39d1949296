package org.itsmsuite.change.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.name;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.change.Action;
import org.itsmsuite.change.Assessment;
import org.itsmsuite.change.Category;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeResult;
import org.itsmsuite.change.Decision;
import org.itsmsuite.change.Impact;
import org.itsmsuite.change.Implementation;
import org.itsmsuite.change.Outcome;
import org.itsmsuite.change.Plan;
import org.itsmsuite.change.Rfc;
import org.itsmsuite.change.Risk;
import org.itsmsuite.change.RiskFactor;
import org.itsmsuite.change.RiskLevel;
import org.itsmsuite.change.Status;
import org.itsmsuite.change.Subject;
import org.itsmsuite.change.TemplateUse;
import org.itsmsuite.change.Verdict;
import org.itsmsuite.change.Window;
import org.itsmsuite.incident.Run;

/** A change as a row, both ways; what it has several of stands in tables of their own. */
record ChangeRow(Change bare, RiskLevel riskLevel, int riskScore, String riskTable) {

  String number() {
    return bare.number();
  }

  /** What it has several of. */
  record Parts(
      List<String> items,
      List<String> services,
      List<Assessment> assessments,
      List<RiskFactor> factors) {}

  static Map<String, Object> all(Change change) {
    Map<String, Object> row = changing(change);
    row.put("thread", change.thread());
    row.put("opened_at", utc(change.openedAt()));
    row.put("requester", change.requester());
    row.put("cause", change.cause());
    return row;
  }

  static Map<String, Object> changing(Change change) {
    Map<String, Object> row = new HashMap<>();
    row.put("number", change.number());
    row.put("version", change.version());
    row.put("status", change.status().name());
    row.put("category", name(change.category()));
    row.put("category_reason", change.categoryReason());
    row.put("assessment_round", change.round());
    row.put("approval_void", change.approvalVoid());
    row.put("scheduled_at", utc(change.scheduledAt()));
    rfc(row, change.rfc());
    plan(row, change.plan());
    risk(row, change.risk());
    decision(row, change.decision());
    row.put("decided_at", utc(change.decidedAt()));
    result(row, change.result());
    run(row, change.run());
    return row;
  }

  private static void rfc(Map<String, Object> row, Rfc rfc) {
    row.put("title", rfc.title());
    row.put("description", rfc.description());
    row.put("reason", rfc.reason());
    row.put("benefit", rfc.benefit());
    row.put("customer", rfc.customer());
    row.put("service", rfc.service());
    row.put("subject", rfc.subject().name());
    row.put("action", rfc.action().name());
    row.put("impact", rfc.impact().name());
    row.put("emergency_reason", rfc.emergencyReason());
    row.put("template", rfc.template() == null ? null : rfc.template().id());
    row.put("template_version", rfc.template() == null ? null : rfc.template().version());
  }

  private static void plan(Map<String, Object> row, Plan plan) {
    row.put("window_from", plan.window() == null ? null : utc(plan.window().from()));
    row.put("window_to", plan.window() == null ? null : utc(plan.window().to()));
    row.put("implementation_plan", plan.implementationPlan());
    row.put("test_plan", plan.testPlan());
    row.put("back_out_plan", plan.backOutPlan());
    row.put("support_group", plan.group());
    row.put("implementer", plan.implementer());
  }

  private static void risk(Map<String, Object> row, Risk risk) {
    row.put("risk_level", risk == null ? null : risk.level().name());
    row.put("risk_score", risk == null ? null : risk.score());
    row.put("risk_table", risk == null ? null : risk.tableVersion());
  }

  private static void decision(Map<String, Object> row, Decision decision) {
    row.put("verdict", decision == null ? null : decision.verdict().name());
    row.put("decision_reason", decision == null ? null : decision.reason());
    row.put("deferred_until", decision == null ? null : utc(decision.deferredUntil()));
    row.put("decided_by", decision == null ? null : decision.by());
    row.put("decision_table", decision == null ? null : decision.tableVersion());
  }

  private static void result(Map<String, Object> row, ChangeResult result) {
    row.put("started_at", utc(result.startedAt()));
    row.put("implementation", name(result.implementation()));
    row.put("implementation_summary", result.implementationSummary());
    row.put("implemented_at", utc(result.implementedAt()));
    row.put("outcome", name(result.outcome()));
    row.put("outcome_summary", result.outcomeSummary());
    row.put("reviewed_at", utc(result.reviewedAt()));
    row.put("ended_at", utc(result.endedAt()));
  }

  private static void run(Map<String, Object> row, Run run) {
    row.put("run_instance", run == null ? null : run.instance());
    row.put("run_key", run == null ? null : run.key());
    row.put("run_version", run == null ? 0 : run.version());
    row.put("run_version_tag", run == null ? null : run.versionTag());
    row.put("run_bundle", run == null ? null : run.bundle());
  }

  /** Without what it has several of. */
  static ChangeRow read(ResultSet row, int n) throws SQLException {
    return new ChangeRow(
        new Change(
            row.getString("number"),
            row.getObject("thread", UUID.class),
            instant(row, "opened_at"),
            readRfc(row),
            readPlan(row),
            Status.valueOf(row.getString("status")),
            value(row, "category", Category.class),
            row.getString("category_reason"),
            row.getInt("assessment_round"),
            List.of(),
            null,
            readDecision(row),
            instant(row, "decided_at"),
            row.getString("approval_void"),
            instant(row, "scheduled_at"),
            readResult(row),
            readRun(row),
            row.getLong("version")),
        value(row, "risk_level", RiskLevel.class),
        row.getInt("risk_score"),
        row.getString("risk_table"));
  }

  /** The whole change. */
  Change with(Parts parts) {
    var plan = bare.plan();
    return new Change(
        bare.number(),
        bare.thread(),
        bare.openedAt(),
        bare.rfc(),
        new Plan(
            parts.items(),
            parts.services(),
            plan.window(),
            plan.implementationPlan(),
            plan.testPlan(),
            plan.backOutPlan(),
            plan.group(),
            plan.implementer()),
        bare.status(),
        bare.category(),
        bare.categoryReason(),
        bare.round(),
        parts.assessments(),
        riskLevel == null ? null : new Risk(riskLevel, riskScore, parts.factors(), riskTable),
        bare.decision(),
        bare.decidedAt(),
        bare.approvalVoid(),
        bare.scheduledAt(),
        bare.result(),
        bare.run(),
        bare.version());
  }

  private static ChangeResult readResult(ResultSet row) throws SQLException {
    return new ChangeResult(
        instant(row, "started_at"),
        value(row, "implementation", Implementation.class),
        row.getString("implementation_summary"),
        instant(row, "implemented_at"),
        value(row, "outcome", Outcome.class),
        row.getString("outcome_summary"),
        instant(row, "reviewed_at"),
        instant(row, "ended_at"));
  }

  private static Rfc readRfc(ResultSet row) throws SQLException {
    String template = row.getString("template");
    return new Rfc(
        row.getString("title"),
        row.getString("description"),
        row.getString("reason"),
        row.getString("benefit"),
        row.getString("requester"),
        row.getString("customer"),
        row.getString("service"),
        value(row, "subject", Subject.class),
        value(row, "action", Action.class),
        value(row, "impact", Impact.class),
        row.getString("emergency_reason"),
        row.getString("cause"),
        template == null ? null : new TemplateUse(template, row.getInt("template_version")));
  }

  private static Plan readPlan(ResultSet row) throws SQLException {
    var from = instant(row, "window_from");
    return new Plan(
        List.of(),
        List.of(),
        from == null ? null : new Window(from, instant(row, "window_to")),
        row.getString("implementation_plan"),
        row.getString("test_plan"),
        row.getString("back_out_plan"),
        row.getString("support_group"),
        row.getString("implementer"));
  }

  private static Decision readDecision(ResultSet row) throws SQLException {
    Verdict verdict = value(row, "verdict", Verdict.class);
    return verdict == null
        ? null
        : new Decision(
            verdict,
            row.getString("decision_reason"),
            instant(row, "deferred_until"),
            row.getString("decided_by"),
            row.getString("decision_table"));
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
