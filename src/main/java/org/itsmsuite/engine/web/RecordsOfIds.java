package org.itsmsuite.engine.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the record that one of the engine's ids belongs to, whatever kind of thing it names. */
class RecordsOfIds {

  private static final String RECORDS =
      """
      with found (id, run) as (
        select ID_, PROC_INST_ID_ from ACT_RU_EXECUTION where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_RU_TASK where ID_ in (:ids)
        union all select ID_, PROCESS_INSTANCE_ID_ from ACT_RU_JOB where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_RU_VARIABLE where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_RU_INCIDENT where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_RU_EXT_TASK where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_RU_EVENT_SUBSCR where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_HI_PROCINST where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_HI_TASKINST where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_HI_ACTINST where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_HI_VARINST where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_HI_DETAIL where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_HI_DECINST where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_HI_INCIDENT where ID_ in (:ids)
        union all select ID_, PROCESS_INSTANCE_ID_ from ACT_HI_JOB_LOG where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_HI_EXT_TASK_LOG where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_HI_COMMENT where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_HI_ATTACHMENT where ID_ in (:ids)
        union all select ID_, PROC_INST_ID_ from ACT_HI_OP_LOG where ID_ in (:ids)
      )
      select f.id, coalesce(er.BUSINESS_KEY_, e.BUSINESS_KEY_, hr.BUSINESS_KEY_, h.BUSINESS_KEY_) as record
      from found f
      left join ACT_RU_EXECUTION e on e.ID_ = f.run
      left join ACT_RU_EXECUTION er on er.ID_ = e.ROOT_PROC_INST_ID_
      left join ACT_HI_PROCINST h on h.ID_ = f.run
      left join ACT_HI_PROCINST hr on hr.ID_ = h.ROOT_PROC_INST_ID_
      """;

  private final JdbcClient jdbc;
  private final Restrictions restrictions;

  RecordsOfIds(JdbcClient jdbc, Restrictions restrictions) {
    this.jdbc = jdbc;
    this.restrictions = restrictions;
  }

  /** Those of the ids that belong to records which the actor may not know of. */
  Set<String> hidden(Actor actor, Collection<String> ids) {
    var records = new HashMap<String, String>();
    jdbc.sql(RECORDS)
        .param("ids", ids)
        .query(
            row -> {
              if (row.getString("record") != null) {
                records.put(row.getString("id"), row.getString("record"));
              }
            });
    var hidden = restrictions.hidden(actor, Set.copyOf(records.values()));
    return records.keySet().stream()
        .filter(id -> hidden.contains(records.get(id)))
        .collect(Collectors.toSet());
  }
}
