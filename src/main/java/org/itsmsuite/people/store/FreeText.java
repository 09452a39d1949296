package org.itsmsuite.people.store;

import java.util.List;

/**
 * A column of what people wrote.
 *
 * @param record the column that holds the record's number; a null where there is none
 */
record FreeText(String place, String table, String record, String column) {

  static final List<FreeText> ALL =
      List.of(
          of("incidents: title", "incident", "number", "title"),
          of("incidents: description", "incident", "number", "description"),
          of("incidents: resolution", "incident", "number", "resolution"),
          of("security incidents: title", "security_incident", "number", "title"),
          of("security incidents: description", "security_incident", "number", "description"),
          of("security incidents: resolution", "security_incident", "number", "resolution"),
          of("security incidents: notification", "security_incident", "number", "notification"),
          of("security incidents: lessons", "security_incident", "number", "review_lessons"),
          of("security incidents: effect", "security_incident", "number", "review_effect"),
          of("major incidents: reason", "major_incident", "record", "reason"),
          of("major incidents: update", "major_incident", "record", "word_text"),
          of("major incidents: course", "major_incident", "record", "report_course"),
          of("major incidents: cause", "major_incident", "record", "report_cause"),
          of("major incidents: participants", "major_incident", "record", "review_participants"),
          of("major incidents: findings", "major_incident", "record", "review_findings"),
          of("messages: text", "conversation_entry", "record", "content"),
          of("attachments: name of the file", "attachment", "record", "name"),
          of("monitoring events: title", "monitoring_event", "record", "title"),
          of("exceptions: reason", "duty_exception", "cast(null as varchar(32))", "reason"),
          of("engagements: purpose", "audit_engagement", "cast(null as varchar(32))", "purpose"),
          of("proofs: evidence", "competence_proof", "cast(null as varchar(32))", "evidence"),
          of(
              "proofs: why withdrawn",
              "competence_proof",
              "cast(null as varchar(32))",
              "withdrawn_why"),
          of("items: name", "item_version", "cast(null as varchar(32))", "name"),
          of("items: description", "item_version", "cast(null as varchar(32))", "description"),
          of("items: why kept", "item_version", "cast(null as varchar(32))", "designation"),
          of("items: outcome", "item_version", "cast(null as varchar(32))", "outcome"),
          of("items: attributes", "item_version", "cast(null as varchar(32))", "attributes"),
          of("items: why changed", "item_version", "cast(null as varchar(32))", "changed_why"),
          of("items: why retired", "item_version", "cast(null as varchar(32))", "retired_why"),
          of(
              "relations of items: why ended",
              "item_relation",
              "cast(null as varchar(32))",
              "ended_why"),
          of("changes: title", "change_record", "number", "title"),
          of("changes: description", "change_record", "number", "description"),
          of("changes: why needed", "change_record", "number", "reason"),
          of("changes: benefit", "change_record", "number", "benefit"),
          of("changes: why it cannot wait", "change_record", "number", "emergency_reason"),
          of("changes: how it is done", "change_record", "number", "implementation_plan"),
          of("changes: how it is tested", "change_record", "number", "test_plan"),
          of("changes: how it is backed out", "change_record", "number", "back_out_plan"),
          of("changes: why decided so", "change_record", "number", "decision_reason"),
          of("changes: why void", "change_record", "number", "approval_void"),
          of("changes: what was done", "change_record", "number", "implementation_summary"),
          of("changes: what came of it", "change_record", "number", "outcome_summary"),
          of("assessments of changes: what was found", "change_assessment", "change", "found"),
          of(
              "templates of changes: title",
              "change_template",
              "cast(null as varchar(32))",
              "title"),
          of(
              "templates of changes: description",
              "change_template",
              "cast(null as varchar(32))",
              "description"),
          of(
              "templates of changes: how it is done",
              "change_template",
              "cast(null as varchar(32))",
              "implementation_plan"),
          of(
              "templates of changes: how it is tested",
              "change_template",
              "cast(null as varchar(32))",
              "test_plan"),
          of(
              "templates of changes: how it is backed out",
              "change_template",
              "cast(null as varchar(32))",
              "back_out_plan"),
          of(
              "templates of changes: why retired",
              "change_template",
              "cast(null as varchar(32))",
              "retired_because"),
          of("ballots: reason", "change_ballot", "change", "reason"),
          of("plans of changes: step", "change_plan_step", "change", "what"),
          of("plans of changes: evidence", "change_plan_step", "change", "evidence"),
          of("work on changes: evidence", "change_work", "change", "note"),
          of("windows of changes: why", "change_window_agreement", "change", "why"),
          of("freezes: name", "change_freeze", "cast(null as varchar(32))", "name"),
          of("freezes: why", "change_freeze", "cast(null as varchar(32))", "why"),
          of(
              "freezes: why cancelled",
              "change_freeze",
              "cast(null as varchar(32))",
              "cancelled_why"),
          of("sittings: remarks", "cab_sitting", "cast(null as varchar(32))", "remarks"),
          of("sittings: what was said", "cab_minute", "change", "said"),
          of("outbox: subject", "notification", "record", "subject"),
          of("outbox: text", "notification", "record", "body"));

  private static FreeText of(String place, String table, String record, String column) {
    return new FreeText(place, "itsm." + table, record, column);
  }

  String find() {
    return "select "
        + record
        + " from "
        + table
        + " where lower("
        + column
        + ") like ? escape '!' order by "
        + record
        + " fetch first ? rows only";
  }
}
