package org.itsmsuite.incident.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.database.Columns;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentSearch.Scope;
import org.itsmsuite.incident.SimilarCandidates;
import org.itsmsuite.incident.Status;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Candidates by what is indexed: each of the three looks at its newest rows only. */
@Repository
class JdbcSimilarCandidates implements SimilarCandidates {

  private static final String COLUMNS =
      """
      i.number, i.title, substring(i.description from 1 for 2000) as description, i.service,
      i.configuration_item, i.category, i.customer, i.status, i.priority, i.support_group,
      i.opened_at
      """;
  private static final String NEWEST =
      """
      (select %s from itsm.incident i
       where i.%s = :%s and i.status in ('NEW', 'ASSIGNED', 'IN_PROGRESS', 'WAITING')
         and i.number <> :number and %s and %s
       order by i.opened_at desc fetch first %d rows only)
      """;

  private final JdbcClient jdbc;
  private final Restrictions restrictions;

  JdbcSimilarCandidates(JdbcClient jdbc, Restrictions restrictions) {
    this.jdbc = jdbc;
    this.restrictions = restrictions;
  }

  @Override
  public List<Candidate> of(Incident incident, Scope scope, int most) {
    var known = restrictions.known(scope.viewer(), "i.number");
    Map<String, Object> params = new HashMap<>(known.params());
    String seen = IncidentSql.seenIn(scope, params);
    params.put("number", incident.number());
    params.put("service", incident.report().service());
    params.put("configuration_item", incident.report().configurationItem());
    params.put("customer", incident.report().customer());
    String sql =
        String.join(
            " union ",
            List.of("service", "configuration_item", "customer").stream()
                .filter(column -> params.get(column) != null)
                .map(column -> NEWEST.formatted(COLUMNS, column, column, known.sql(), seen, most))
                .toList());
    return jdbc.sql(sql).params(params).query(JdbcSimilarCandidates::read).list();
  }

  private static Candidate read(ResultSet row, int n) throws SQLException {
    return new Candidate(
        row.getString("number"),
        row.getString("title"),
        row.getString("description"),
        row.getString("service"),
        row.getString("configuration_item"),
        row.getString("category"),
        row.getString("customer"),
        Status.valueOf(row.getString("status")),
        row.getString("priority"),
        row.getString("support_group"),
        Columns.instant(row, "opened_at"));
  }
}
