package org.itsmsuite.duty.store;

import java.util.Collection;
import java.util.List;
import org.itsmsuite.duty.DutyTask;
import org.itsmsuite.duty.Represented;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRepresented implements Represented {

  private final JdbcClient jdbc;

  JdbcRepresented(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void note(String subject, DutyTask task, String deputy, String account) {
    jdbc.sql(
            """
            insert into itsm.duty_represented (subject, process, task, deputy, account)
            values (?, ?, ?, ?, ?)
            """)
        .params(subject, task.process(), task.task(), deputy, account)
        .update();
  }

  @Override
  public boolean is(
      String account, String subject, Collection<DutyTask> tasks, Collection<String> by) {
    List<String> places = tasks.stream().map(one -> one.process() + ":" + one.task()).toList();
    return jdbc.sql(
                """
                select count(*) from itsm.duty_represented
                where subject = :subject and account = :account and deputy in (:by)
                  and process || ':' || task in (:places)
                """)
            .param("subject", subject)
            .param("account", account)
            .param("by", by)
            .param("places", places)
            .query(Long.class)
            .single()
        > 0;
  }
}
