package org.itsmsuite.change.schedule.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.schedule.Agreement;
import org.itsmsuite.change.schedule.AgreementStore;
import org.itsmsuite.change.schedule.FindingKind;
import org.itsmsuite.change.schedule.Freeze;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Agreements in the suite's own table. */
@Repository
class JdbcAgreementStore implements AgreementStore {

  private static final String FROM = "select * from itsm.change_window_agreement where ";
  private static final String ORDER = " order by agreed_at, change, position";

  private final JdbcClient jdbc;

  JdbcAgreementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The change's record is locked by the step, so that nobody else counts at the same time. */
  @Override
  public void add(Agreement agreement) {
    jdbc.sql(
            """
            insert into itsm.change_window_agreement
              (change, position, kind, about, span_from, span_to, agreed_by, why, agreed_at)
            select :change, count(*) + 1, :kind, :about, :from, :to, :by, :why, :at
            from itsm.change_window_agreement where change = :change
            """)
        .param("change", agreement.change())
        .param("kind", agreement.kind().name())
        .param("about", agreement.about())
        .param("from", utc(agreement.span().from()))
        .param("to", utc(agreement.span().to()))
        .param("by", agreement.by())
        .param("why", agreement.why())
        .param("at", utc(agreement.at()))
        .update();
  }

  @Override
  public List<Agreement> concerning(String change) {
    return jdbc.sql(FROM + "change = :change or about = :change" + ORDER)
        .param("change", change)
        .query(JdbcAgreementStore::read)
        .list();
  }

  @Override
  public List<Agreement> about(Freeze freeze) {
    return jdbc.sql(FROM + "kind = 'FREEZE' and about = :id" + ORDER)
        .param("id", freeze.id().toString())
        .query(JdbcAgreementStore::read)
        .list();
  }

  private static Agreement read(ResultSet row, int index) throws SQLException {
    return new Agreement(
        row.getString("change"),
        FindingKind.valueOf(row.getString("kind")),
        row.getString("about"),
        new Window(instant(row, "span_from"), instant(row, "span_to")),
        row.getString("agreed_by"),
        row.getString("why"),
        instant(row, "agreed_at"));
  }
}
