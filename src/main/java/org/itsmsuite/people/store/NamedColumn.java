package org.itsmsuite.people.store;

import java.util.List;

/**
 * A column that holds an account, and nothing else.
 *
 * @param place in words
 * @param prefix what stands before the account, such as {@code user:}, or nothing
 */
record NamedColumn(String place, String table, String column, String prefix) {

  /** Our own tables, then the engine's. */
  static final List<NamedColumn> ALL =
      List.of(
          ours("incidents: requester", "incident", "requester"),
          ours("incidents: reporter", "incident", "reporter"),
          ours("incidents: person", "incident", "assignee"),
          ours("security incidents: reporter", "security_incident", "reporter"),
          ours("security incidents: person", "security_incident", "assignee"),
          ours("security incidents: contained by", "security_incident", "contained_by"),
          ours("security incidents: reviewed by", "security_incident", "reviewed_by"),
          ours("major incidents: declared by", "major_incident", "declared_by"),
          ours("major incidents: manager", "major_incident", "manager"),
          ours("major incidents: report by", "major_incident", "report_by"),
          ours("major incidents: review by", "major_incident", "review_by"),
          ours("major incidents: withdrawn by", "major_incident", "withdrawn_by"),
          ours("technical tasks: given by", "major_technical_task", "given_by"),
          ours("technical tasks: ended by", "major_technical_task", "ended_by"),
          ours("changes: requester", "change_record", "requester"),
          ours("changes: carried out by", "change_record", "implementer"),
          ours("changes: decided by", "change_record", "decided_by"),
          ours("assessments of changes: given by", "change_assessment", "assessor"),
          ours("votes on changes: member", "change_vote_member", "account"),
          ours("ballots: whose", "change_ballot", "voter"),
          ours("ballots: cast by", "change_ballot", "cast_by"),
          ours("work on changes: done by", "change_work", "done_by"),
          ours("plans of changes: done by", "change_plan_step", "done_by"),
          ours("freezes: announced by", "change_freeze", "announced_by"),
          ours("freezes: cancelled by", "change_freeze", "cancelled_by"),
          ours("windows of changes: who answers", "change_window_agreement", "agreed_by"),
          ours("templates of changes: written by", "change_template", "written_by"),
          ours("templates of changes: released by", "change_template", "released_by"),
          ours("templates of changes: retired by", "change_template", "retired_by"),
          ours("sittings: opened by", "cab_sitting", "opened_by"),
          ours("sittings: closed by", "cab_sitting", "closed_by"),
          ours("sittings: who attended", "cab_attendance", "account"),
          ours("sittings: noted by", "cab_minute", "noted_by"),
          ours("messages: author", "conversation_entry", "author"),
          ours("attachments: author", "attachment", "author"),
          new NamedColumn("those concerned", "itsm.record_concerned", "concerned", "user:"),
          new NamedColumn("outbox: recipient", "itsm.notification", "recipient", "user:"),
          ours("monitoring events: sender", "monitoring_event", "sender"),
          ours("repeated calls: caller", "idempotency_key", "caller"),
          ours("releases: released by", "release_bundle", "released_by"),
          ours("absences: who", "absence", "account"),
          ours("absences: deputy", "absence", "deputy"),
          ours("absences: entered by", "absence", "entered_by"),
          ours("account check: who", "checked_person", "account"),
          ours("erasures: requested by", "person_erasure", "requested_by"),
          ours("erasures: approved by", "person_erasure", "erased_by"),
          ours("incidents: resolved by", "incident", "resolved_by"),
          ours("exceptions: approved by", "duty_exception", "approved_by"),
          ours("exceptions: ended by", "duty_exception", "ended_by"),
          ours("exceptions: used by", "duty_exception_use", "account"),
          ours("represented in a task: who", "duty_represented", "account"),
          ours("represented in a task: by", "duty_represented", "deputy"),
          ours("engagements: auditor", "audit_engagement", "account"),
          ours("engagements: given by", "audit_engagement", "given_by"),
          ours("engagements: ended by", "audit_engagement", "ended_by"),
          ours("what auditors looked at: who", "audit_reader", "account"),
          ours("proofs of competence: of", "competence_proof", "account"),
          ours("proofs of competence: entered by", "competence_proof", "entered_by"),
          ours("proofs of competence: withdrawn by", "competence_proof", "withdrawn_by"),
          ours("roles: who held them", "role_holding", "account"),
          ours("roles: given by", "role_holding", "given_by"),
          ours("roles: taken by", "role_holding", "taken_by"),
          ours("items: changed by", "item_version", "changed_by"),
          ours("relations of items: entered by", "item_relation", "entered_by"),
          ours("relations of items: ended by", "item_relation", "ended_by"),
          engine("tasks: assignee", "ACT_RU_TASK", "ASSIGNEE_"),
          engine("tasks: owner", "ACT_RU_TASK", "OWNER_"),
          engine("tasks: candidate", "ACT_RU_IDENTITYLINK", "USER_ID_"),
          engine("running variables", "ACT_RU_VARIABLE", "TEXT_"),
          engine("filters: owner", "ACT_RU_FILTER", "OWNER_"),
          engine("batches: started by", "ACT_RU_BATCH", "CREATE_USER_ID_"),
          engine("engine history: started by", "ACT_HI_PROCINST", "START_USER_ID_"),
          engine("engine history: step done by", "ACT_HI_ACTINST", "ASSIGNEE_"),
          engine("engine history: task of", "ACT_HI_TASKINST", "ASSIGNEE_"),
          engine("engine history: task owner", "ACT_HI_TASKINST", "OWNER_"),
          engine("engine history: candidate", "ACT_HI_IDENTITYLINK", "USER_ID_"),
          engine("engine history: assigned by", "ACT_HI_IDENTITYLINK", "ASSIGNER_ID_"),
          engine("engine history: comment by", "ACT_HI_COMMENT", "USER_ID_"),
          engine("engine history: file by", "ACT_HI_ATTACHMENT", "USER_ID_"),
          engine("engine history: decision for", "ACT_HI_DECINST", "USER_ID_"),
          engine("engine history: batch by", "ACT_HI_BATCH", "CREATE_USER_ID_"),
          engine("engine history: variable", "ACT_HI_VARINST", "TEXT_"),
          engine("engine history: former value", "ACT_HI_DETAIL", "TEXT_"),
          engine("engine history: decision input", "ACT_HI_DEC_IN", "TEXT_"),
          engine("engine history: decision output", "ACT_HI_DEC_OUT", "TEXT_"),
          engine("engine log: who", "ACT_HI_OP_LOG", "USER_ID_"),
          engine("engine log: value before", "ACT_HI_OP_LOG", "ORG_VALUE_"),
          engine("engine log: value after", "ACT_HI_OP_LOG", "NEW_VALUE_"));

  private static NamedColumn ours(String place, String table, String column) {
    return new NamedColumn(place, "itsm." + table, column, "");
  }

  private static NamedColumn engine(String place, String table, String column) {
    return new NamedColumn(place, table, column, "");
  }

  String count() {
    return "select count(*) from " + table + " where " + column + " = ?";
  }

  String replace() {
    return "update " + table + " set " + column + " = ? where " + column + " = ?";
  }
}
