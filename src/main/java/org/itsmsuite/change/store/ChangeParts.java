package org.itsmsuite.change.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.itsmsuite.change.Assessment;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.RiskFactor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a change has several of: items, services, assessments and reasons of its risk. */
final class ChangeParts {

  /** So many numbers to a statement. */
  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;

  ChangeParts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One row of a table of parts. */
  private record Part<T>(String change, T value) {}

  /** Of each of the changes, whether there are any or not. */
  Map<String, ChangeRow.Parts> of(Collection<String> numbers) {
    Map<String, ChangeRow.Parts> all = new HashMap<>();
    for (String number : numbers) {
      all.put(
          number,
          new ChangeRow.Parts(
              new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }
    List<String> sorted = List.copyOf(new TreeSet<>(numbers));
    for (int from = 0; from < sorted.size(); from += AT_ONCE) {
      read(sorted.subList(from, Math.min(from + AT_ONCE, sorted.size())), all);
    }
    return all;
  }

  private void read(List<String> numbers, Map<String, ChangeRow.Parts> all) {
    rows(
            "select change, item from itsm.change_item where change in (:numbers)"
                + " order by change, position",
            numbers,
            (row, n) -> new Part<>(row.getString("change"), row.getString("item")))
        .forEach(one -> all.get(one.change()).items().add(one.value()));
    rows(
            "select change, service from itsm.change_service where change in (:numbers)"
                + " order by change, position",
            numbers,
            (row, n) -> new Part<>(row.getString("change"), row.getString("service")))
        .forEach(one -> all.get(one.change()).services().add(one.value()));
    Map<String, Map<String, String>> answers = answers(numbers);
    rows(
            "select * from itsm.change_assessment where change in (:numbers)"
                + " order by change, assessment_round, position",
            numbers,
            (row, n) -> new Part<>(row.getString("change"), assessment(row, answers)))
        .forEach(one -> all.get(one.change()).assessments().add(one.value()));
    rows(
            "select * from itsm.change_risk_factor where change in (:numbers)"
                + " order by change, position",
            numbers,
            (row, n) ->
                new Part<>(
                    row.getString("change"),
                    new RiskFactor(
                        row.getString("factor"),
                        row.getString("factor_value"),
                        row.getInt("points"),
                        row.getString("why"))))
        .forEach(one -> all.get(one.change()).factors().add(one.value()));
  }

  private <T> List<T> rows(String sql, List<String> numbers, RowMapper<T> mapper) {
    return jdbc.sql(sql).param("numbers", numbers).query(mapper).list();
  }

  private Map<String, Map<String, String>> answers(List<String> numbers) {
    Map<String, Map<String, String>> answers = new HashMap<>();
    jdbc.sql("select * from itsm.change_answer where change in (:numbers)")
        .param("numbers", numbers)
        .query(
            row -> {
              answers
                  .computeIfAbsent(key(row), none -> new TreeMap<>())
                  .put(row.getString("question"), row.getString("answer"));
            });
    return answers;
  }

  private static String key(ResultSet row) throws SQLException {
    return key(row.getString("change"), row.getInt("assessment_round"), row.getString("kind"));
  }

  private static String key(String number, int round, String kind) {
    return number + "/" + round + "/" + kind;
  }

  private static Assessment assessment(ResultSet row, Map<String, Map<String, String>> answers)
      throws SQLException {
    boolean needed = row.getBoolean("needed");
    return new Assessment(
        row.getInt("assessment_round"),
        row.getString("kind"),
        row.getString("asked_group"),
        instant(row, "due_at"),
        row.getString("assessor") == null ? null : needed,
        row.getString("impact"),
        row.getString("found"),
        answers.getOrDefault(key(row), Map.of()),
        row.getString("assessor"),
        instant(row, "assessed_at"));
  }

  void write(Change change) {
    write(change, null);
  }

  /**
   * Writes those that are others than before.
   *
   * @param was as stored so far; null if nothing is
   */
  void write(Change change, ChangeRow.Parts was) {
    String number = change.number();
    if (was == null || !was.items().equals(change.items())) {
      list("itsm.change_item", "item", number, change.items());
    }
    if (was == null || !was.services().equals(change.services())) {
      list("itsm.change_service", "service", number, change.services());
    }
    List<RiskFactor> factors = change.risk() == null ? List.of() : change.risk().explanation();
    if (was == null || !was.factors().equals(factors)) {
      factors(number, factors);
    }
    if (was == null || !was.assessments().equals(change.assessments())) {
      assessments(number, change.assessments(), was == null ? List.of() : was.assessments());
    }
  }

  private void list(String table, String column, String number, List<String> values) {
    jdbc.sql("delete from " + table + " where change = ?").param(number).update();
    for (int i = 0; i < values.size(); i++) {
      jdbc.sql("insert into " + table + " (change, position, " + column + ") values (?, ?, ?)")
          .params(number, i, values.get(i))
          .update();
    }
  }

  private void factors(String number, List<RiskFactor> factors) {
    jdbc.sql("delete from itsm.change_risk_factor where change = ?").param(number).update();
    for (int i = 0; i < factors.size(); i++) {
      RiskFactor one = factors.get(i);
      jdbc.sql(
              """
              insert into itsm.change_risk_factor
                (change, position, factor, factor_value, points, why)
              values (:change, :position, :factor, :value, :points, :why)
              """)
          .param("change", number)
          .param("position", i)
          .param("factor", one.factor())
          .param("value", one.value())
          .param("points", one.points())
          .param("why", one.why())
          .update();
    }
  }

  /** Assessments are never taken back: there are more, or one has been answered. */
  private void assessments(String number, List<Assessment> all, List<Assessment> was) {
    for (int i = 0; i < all.size(); i++) {
      Assessment one = all.get(i);
      if (i >= was.size()) {
        add(number, i, one);
      } else if (!one.equals(was.get(i))) {
        answer(number, one);
      }
    }
  }

  private void add(String number, int position, Assessment one) {
    jdbc.sql(
            """
            insert into itsm.change_assessment
              (change, assessment_round, kind, position, asked_group, due_at)
            values (:change, :round, :kind, :position, :group, :dueAt)
            """)
        .param("change", number)
        .param("round", one.round())
        .param("kind", one.kind())
        .param("position", position)
        .param("group", one.group())
        .param("dueAt", utc(one.dueAt()))
        .update();
    if (one.isDone()) {
      answer(number, one);
    }
  }

  private void answer(String number, Assessment one) {
    jdbc.sql(
            """
            update itsm.change_assessment
            set needed = :needed, impact = :impact, found = :found, assessor = :assessor,
              assessed_at = :at
            where change = :change and assessment_round = :round and kind = :kind
            """)
        .param("needed", one.needed())
        .param("impact", one.impact())
        .param("found", one.text())
        .param("assessor", one.assessor())
        .param("at", utc(one.assessedAt()))
        .param("change", number)
        .param("round", one.round())
        .param("kind", one.kind())
        .update();
    jdbc.sql(
            "delete from itsm.change_answer"
                + " where change = :change and assessment_round = :round and kind = :kind")
        .param("change", number)
        .param("round", one.round())
        .param("kind", one.kind())
        .update();
    one.answers()
        .forEach(
            (question, answer) ->
                jdbc.sql(
                        """
                        insert into itsm.change_answer
                          (change, assessment_round, kind, question, answer)
                        values (:change, :round, :kind, :question, :answer)
                        """)
                    .param("change", number)
                    .param("round", one.round())
                    .param("kind", one.kind())
                    .param("question", question)
                    .param("answer", answer)
                    .update());
  }
}
