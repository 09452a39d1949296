package org.itsmsuite.audit.store;

import static org.itsmsuite.database.Columns.utc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.itsmsuite.audit.AuditScope;
import org.itsmsuite.audit.Engagement;
import org.itsmsuite.record.RecordTable;

/** Engagements as a condition on records, to be put into a query. */
final class ScopeSql {

  /** Records of this practice are restricted; who does not audit it knows of no restricted one. */
  private static final String SECURITY = "security-incident";

  private final Collection<RecordTable> tables;
  private final Map<String, Object> params = new HashMap<>();

  ScopeSql(Collection<RecordTable> tables) {
    this.tables = tables;
  }

  Map<String, Object> params() {
    return params;
  }

  /**
   * True for a record within one of the engagements, or one of the chains.
   *
   * @param column the record's number; never from outside
   */
  String condition(String column, List<Engagement> engagements, Collection<String> chains) {
    List<String> ways = new ArrayList<>();
    for (int i = 0; i < engagements.size(); i++) {
      for (RecordTable table : tables) {
        if (engagements.get(i).scope().hasPractice(table.practice())) {
          ways.add(within(column, table, engagements.get(i).scope(), "eng" + i));
        }
      }
    }
    if (!chains.isEmpty()) {
      ways.add(column + " in (:engChains)");
      params.put("engChains", new TreeSet<>(chains));
    }
    return ways.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ways) + ")";
  }

  private String within(String column, RecordTable table, AuditScope scope, String prefix) {
    var sql = new StringBuilder("exists (select 1 from ").append(table.table()).append(" eng_r");
    sql.append(" where eng_r.").append(table.number()).append(" = ").append(column);
    in(sql, table.service(), scope.services(), prefix + "Services");
    in(sql, table.customer(), scope.customers(), prefix + "Customers");
    if (scope.recordsFrom() != null) {
      sql.append(" and eng_r.").append(table.openedAt()).append(" >= :").append(prefix + "From");
      params.put(prefix + "From", utc(scope.recordsFrom()));
    }
    if (scope.recordsUntil() != null) {
      sql.append(" and eng_r.").append(table.openedAt()).append(" < :").append(prefix + "Until");
      params.put(prefix + "Until", utc(scope.recordsUntil()));
    }
    if (!scope.hasPractice(SECURITY)) {
      sql.append(
              " and not exists (select 1 from itsm.restricted_record eng_x where eng_x.record = ")
          .append("eng_r.")
          .append(table.number())
          .append(")");
    }
    return sql.append(")").toString();
  }

  private void in(StringBuilder sql, String column, Collection<String> names, String param) {
    if (!names.isEmpty()) {
      sql.append(" and eng_r.").append(column).append(" in (:").append(param).append(")");
      params.put(param, new TreeSet<>(names));
    }
  }

  /** All records of all practices, as a table with the column {@code number}. */
  String allRecords() {
    return tables.stream()
        .map(table -> "select " + table.number() + " as number from " + table.table())
        .reduce((one, other) -> one + " union all " + other)
        .map(union -> "(" + union + ")")
        .orElse("(select cast(null as varchar) as number where 1 = 0)");
  }
}
