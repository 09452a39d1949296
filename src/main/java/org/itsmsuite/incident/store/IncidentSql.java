package org.itsmsuite.incident.store;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.itsmsuite.incident.IncidentSearch;
import org.itsmsuite.restriction.KnownRecords;

/** A search as SQL: filtered, sorted and paged in the database, every value a parameter. */
final class IncidentSql {

  private final IncidentSearch search;
  private final StringBuilder where = new StringBuilder(" where 1 = 1");
  private final Map<String, Object> params = new HashMap<>();

  /**
   * @param known keeps restricted records out, with the record's number as {@code i.number}
   */
  IncidentSql(IncidentSearch search, KnownRecords known) {
    this.search = search;
    where.append(" and ").append(known.sql());
    params.putAll(known.params());
    if (!search.statuses().isEmpty()) {
      restrict(
          "i.status in (:statuses)",
          "statuses",
          search.statuses().stream().map(Enum::name).toList());
    }
    equal("priority", search.priority());
    equal("support_group", search.group());
    where.append(" and ").append(seenIn(search.scope(), params));
    if (search.text() != null && !search.text().isBlank()) {
      restrict(
          "(lower(i.title) like :text escape '!' or lower(i.number) like :text escape '!')",
          "text",
          "%" + escaped(search.text().strip().toLowerCase(Locale.ROOT)) + "%");
    }
  }

  /** The scope as a condition on rows {@code i}; adds its parameters. */
  static String seenIn(IncidentSearch.Scope scope, Map<String, Object> params) {
    if (scope.all()) {
      return "1 = 1";
    }
    params.put("scope_requester", scope.requester());
    params.put("scope_customer", scope.customer());
    params.put(
        "scope_groups", scope.groups().isEmpty() ? List.of("") : List.copyOf(scope.groups()));
    return "(i.requester = :scope_requester or i.reporter = :scope_requester or i.customer = :scope_customer"
        + " or i.support_group in (:scope_groups))";
  }

  private void equal(String column, String value) {
    if (value != null && !value.isBlank()) {
      restrict("i." + column + " = :" + column, column, value);
    }
  }

  private void restrict(String condition, String name, Object value) {
    where.append(" and ").append(condition);
    params.put(name, value);
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  Map<String, Object> params() {
    return params;
  }

  String count() {
    return "select count(*) from itsm.incident i" + where;
  }

  String page() {
    return "select i.* from itsm.incident i"
        + where
        + " order by "
        + order()
        + " offset "
        + (long) search.page() * search.size()
        + " rows fetch next "
        + search.size()
        + " rows only";
  }

  private String order() {
    String direction = search.descending() ? " desc" : " asc";
    String column =
        switch (search.sort()) {
          case OPENED -> "i.opened_at";
          case PRIORITY -> "i.priority";
          case STATUS -> "i.status";
          case NUMBER -> "i.number";
          case DUE ->
              "(select min(c.due_at) from itsm.sla_clock c where c.record = i.number and c.met_at is null and c.cancelled_at is null)";
        };
    return column + direction + " nulls last, i.number" + direction;
  }
}
