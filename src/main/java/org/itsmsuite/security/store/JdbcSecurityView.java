package org.itsmsuite.security.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.itsmsuite.database.Columns;
import org.itsmsuite.restriction.KnownRecords;
import org.itsmsuite.security.SecurityView;
import org.itsmsuite.security.SecurityViewSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One query over the parts of all practices: filtered, sorted and paged in the database. */
@Repository
class JdbcSecurityView implements SecurityView {

  private final JdbcClient jdbc;
  private final List<SecurityViewSource> sources;

  JdbcSecurityView(JdbcClient jdbc, List<SecurityViewSource> sources) {
    this.jdbc = jdbc;
    this.sources = sources;
  }

  @Override
  public Page page(KnownRecords known, int page, int size) {
    String from =
        sources.stream()
            .map(SecurityViewSource::select)
            .collect(Collectors.joining(" union all ", " from (", ") v where "));
    long total =
        jdbc.sql("select count(*)" + from + known.sql())
            .params(known.params())
            .query(Long.class)
            .single();
    Map<String, Object> params = new HashMap<>(known.params());
    params.put("offset", (long) page * size);
    params.put("size", size);
    List<Row> rows =
        jdbc.sql(
                "select v.*"
                    + from
                    + known.sql()
                    + " order by v.opened_at desc, v.number desc"
                    + " offset :offset rows fetch next :size rows only")
            .params(params)
            .query(
                (row, n) ->
                    new Row(
                        row.getString("mechanism"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("status"),
                        Columns.instant(row, "opened_at")))
            .list();
    return new Page(rows, total);
  }
}
