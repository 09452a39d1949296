package org.itsmsuite.change.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.change.Assessment;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Risk;
import org.itsmsuite.change.RiskFactor;
import org.itsmsuite.change.Window;
import org.itsmsuite.incident.Run;

/**
 * A change as the API shows it. Who sees no inner life gets none of those fields.
 *
 * @param inside what only staff and auditors see
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChangeBody(
    String number,
    String status,
    String title,
    String description,
    String reason,
    String benefit,
    String requester,
    String customer,
    String service,
    String subject,
    String action,
    String impact,
    String category,
    String emergency,
    String cause,
    WindowBody window,
    Instant openedAt,
    Instant endedAt,
    String verdict,
    String outcome,
    UUID thread,
    @JsonUnwrapped Inside inside,
    List<LinkBody> links) {

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Inside(
      String categoryReason,
      TemplateBody template,
      List<String> items,
      List<String> services,
      String implementationPlan,
      String testPlan,
      String backOutPlan,
      String group,
      String implementer,
      int round,
      List<AssessmentBody> assessments,
      RiskBody risk,
      DecisionBody decision,
      String approvalVoid,
      Instant scheduledAt,
      Instant startedAt,
      String implementation,
      String implementationSummary,
      Instant implementedAt,
      String outcomeSummary,
      Instant reviewedAt,
      ProcessBody process) {

    static Inside of(Change change) {
      var plan = change.plan();
      var result = change.result();
      return new Inside(
          change.categoryReason(),
          change.template() == null
              ? null
              : new TemplateBody(change.template().id(), change.template().version()),
          plan.items(),
          plan.services(),
          plan.implementationPlan(),
          plan.testPlan(),
          plan.backOutPlan(),
          plan.group(),
          plan.implementer(),
          change.round(),
          change.assessments().stream().map(AssessmentBody::of).toList(),
          RiskBody.of(change.risk()),
          DecisionBody.of(change),
          change.approvalVoid(),
          change.scheduledAt(),
          result.startedAt(),
          name(result.implementation()),
          result.implementationSummary(),
          result.implementedAt(),
          result.outcomeSummary(),
          result.reviewedAt(),
          ProcessBody.of(change.run()));
    }
  }

  record WindowBody(Instant from, Instant to) {

    static WindowBody of(Window window) {
      return window == null ? null : new WindowBody(window.from(), window.to());
    }
  }

  record TemplateBody(String id, int version) {}

  record AssessmentBody(
      int round,
      String kind,
      String group,
      Instant dueAt,
      Boolean needed,
      String impact,
      String text,
      Map<String, String> answers,
      String assessor,
      Instant assessedAt) {

    static AssessmentBody of(Assessment one) {
      return new AssessmentBody(
          one.round(),
          one.kind(),
          one.group(),
          one.dueAt(),
          one.needed(),
          one.impact(),
          one.text(),
          one.answers(),
          one.assessor(),
          one.assessedAt());
    }
  }

  record RiskBody(String level, int score, List<RiskFactor> explanation, String table) {

    static RiskBody of(Risk risk) {
      return risk == null
          ? null
          : new RiskBody(
              risk.level().name(), risk.score(), risk.explanation(), risk.tableVersion());
    }
  }

  record DecisionBody(
      String verdict, String reason, Instant deferredUntil, String by, String table, Instant at) {

    static DecisionBody of(Change change) {
      var decision = change.decision();
      return decision == null
          ? null
          : new DecisionBody(
              decision.verdict().name(),
              decision.reason(),
              decision.deferredUntil(),
              decision.by(),
              decision.tableVersion(),
              change.decidedAt());
    }
  }

  record ProcessBody(String key, int version, String versionTag, String instanceId) {

    static ProcessBody of(Run run) {
      return run == null
          ? null
          : new ProcessBody(run.key(), run.version(), run.versionTag(), run.instance());
    }
  }

  record LinkBody(String type, String number) {}

  /**
   * @param internal whether the person sees the inner life
   */
  static ChangeBody of(Change change, boolean internal, List<LinkBody> links) {
    var rfc = change.rfc();
    return new ChangeBody(
        change.number(),
        change.status().name(),
        rfc.title(),
        rfc.description(),
        rfc.reason(),
        rfc.benefit(),
        rfc.requester(),
        rfc.customer(),
        rfc.service(),
        rfc.subject().name(),
        rfc.action().name(),
        rfc.impact().name(),
        name(change.category()),
        rfc.emergencyReason(),
        links.stream()
            .map(LinkBody::number)
            .filter(number -> number.equals(rfc.cause()))
            .findFirst()
            .orElse(null),
        WindowBody.of(change.window()),
        change.openedAt(),
        change.result().endedAt(),
        change.decision() == null || change.approvalVoid() != null
            ? null
            : change.decision().verdict().name(),
        name(change.result().outcome()),
        change.thread(),
        internal ? Inside.of(change) : null,
        links);
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }
}
