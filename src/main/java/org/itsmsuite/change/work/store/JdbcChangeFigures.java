package org.itsmsuite.change.work.store;

import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.change.work.ChangeFigures;
import org.itsmsuite.change.work.Figures;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One query for each question, however many changes there are. */
@Repository
class JdbcChangeFigures implements ChangeFigures {

  private static final String COUNTS =
      """
      sum(case when status = 'CLOSED' then 1 else 0 end) as closed,
      sum(case when outcome = 'SUCCESSFUL' then 1 else 0 end) as successful,
      sum(case when outcome = 'SUCCESSFUL_WITH_ISSUES' then 1 else 0 end) as with_issues,
      sum(case when outcome = 'UNSUCCESSFUL' then 1 else 0 end) as unsuccessful,
      sum(case when status = 'CLOSED' and implementation = 'BACKED_OUT' then 1 else 0 end)
        as backed_out,
      sum(case when status <> 'CLOSED' or outcome = 'NOT_IMPLEMENTED' then 1 else 0 end)
        as not_implemented,
      sum(caused) as caused,
      sum(case when category = 'EMERGENCY' then 1 else 0 end) as emergencies
      """;

  private final JdbcClient jdbc;
  private final ZoneId zone;

  JdbcChangeFigures(JdbcClient jdbc, @Value("${itsm.time-zone}") ZoneId zone) {
    this.jdbc = jdbc;
    this.zone = zone;
  }

  @Override
  public Figures total(Asked asked) {
    return jdbc.sql("select null as line, " + COUNTS + " from (" + ended("null", "", asked) + ") t")
        .params(params(asked))
        .query((row, n) -> figures(row))
        .single();
  }

  @Override
  public long lines(Figures.By by, Asked asked) {
    return jdbc.sql(
            "select count(*) from (select line from ("
                + ended(by, asked)
                + ") t group by line) lines")
        .params(params(asked))
        .query(Long.class)
        .single();
  }

  @Override
  public List<Figures> of(Figures.By by, Asked asked, int page, int size) {
    Map<String, Object> params = params(asked);
    params.put("offset", (long) page * size);
    params.put("size", size);
    return jdbc.sql(
            "select line, "
                + COUNTS
                + " from ("
                + ended(by, asked)
                + ") t group by line order by "
                + (by == Figures.By.MONTH ? "line" : "count(*) desc, line")
                + " offset :offset rows fetch next :size rows only")
        .params(params)
        .query((row, n) -> figures(row))
        .list();
  }

  private Map<String, Object> params(Asked asked) {
    Map<String, Object> params = new HashMap<>();
    params.put("from", utc(asked.from()));
    params.put("to", utc(asked.to()));
    params.put("zone", zone.getId());
    params.putAll(asked.changes().params());
    params.putAll(asked.incidents().params());
    return params;
  }

  private static String ended(Figures.By by, Asked asked) {
    return switch (by) {
      case CATEGORY -> ended("c.category", "", asked);
      case TEAM -> ended("c.support_group", "", asked);
      case ITEM -> ended("i.item", " left join itsm.change_item i on i.change = c.number", asked);
      case MONTH -> ended(MONTH, "", asked);
    };
  }

  private static final String MONTH =
      "cast(extract(year from c.ended_at at time zone :zone) as varchar(4)) || '-'"
          + " || substring(cast(100 + extract(month from c.ended_at at time zone :zone)"
          + " as varchar(3)) from 2)";

  private static String ended(String line, String join, Asked asked) {
    return "select "
        + line
        + " as line, c.status, c.outcome, c.implementation, c.category,"
        + " (select count(*) from itsm.change_caused x where x.change = c.number and "
        + asked.incidents().sql()
        + ") as caused from itsm.change_record c"
        + join
        + " where c.status in ('CLOSED', 'REJECTED', 'WITHDRAWN')"
        + " and c.ended_at >= :from and c.ended_at < :to and "
        + asked.changes().sql();
  }

  private static Figures figures(ResultSet row) throws SQLException {
    return new Figures(
        row.getString("line"),
        row.getLong("closed"),
        row.getLong("successful"),
        row.getLong("with_issues"),
        row.getLong("unsuccessful"),
        row.getLong("backed_out"),
        row.getLong("not_implemented"),
        row.getLong("caused"),
        row.getLong("emergencies"));
  }
}
