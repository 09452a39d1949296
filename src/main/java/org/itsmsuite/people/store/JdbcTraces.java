package org.itsmsuite.people.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.people.Mention;
import org.itsmsuite.people.Trace;
import org.itsmsuite.people.Traces;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes the columns of {@link NamedColumn}, one statement each. Most have no index:
 * erasing is rare, and may take its time.
 */
@Repository
class JdbcTraces implements Traces {

  private record Unfinished(String place, String sql) {}

  private static final List<Unfinished> UNFINISHED =
      List.of(
          new Unfinished(
              "incidents as requester",
              "select count(*) from itsm.incident where requester = ? and status not in"
                  + " ('CLOSED', 'CANCELLED')"),
          new Unfinished(
              "incidents as reporter",
              "select count(*) from itsm.incident where reporter = ? and status not in"
                  + " ('CLOSED', 'CANCELLED')"),
          new Unfinished(
              "security incidents as reporter",
              "select count(*) from itsm.security_incident where reporter = ? and closed_at is"
                  + " null"),
          new Unfinished(
              "major incidents as manager",
              "select count(*) from itsm.major_incident where manager = ? and withdrawn_at is null"
                  + " and review_at is null"),
          new Unfinished("open tasks", "select count(*) from ACT_RU_TASK where ASSIGNEE_ = ?"),
          new Unfinished(
              "open tasks in deputies' hands",
              "select count(*) from ACT_RU_TASK where OWNER_ = ?"));

  private final JdbcClient jdbc;
  private final OutboxTraces outbox;
  private final Restrictions restrictions;
  private final CurrentUser user;

  JdbcTraces(JdbcClient jdbc, Restrictions restrictions, CurrentUser user) {
    this.jdbc = jdbc;
    this.outbox = new OutboxTraces(jdbc);
    this.restrictions = restrictions;
    this.user = user;
  }

  @Override
  public List<Trace> of(String account) {
    List<Trace> found = new ArrayList<>();
    for (NamedColumn column : NamedColumn.ALL) {
      add(found, column.place(), count(column.count(), column.prefix() + account));
    }
    add(found, OutboxTraces.PLACE, outbox.count(account));
    add(found, "major incidents: told", told(account).size());
    return found;
  }

  @Override
  public List<Trace> unfinished(String account) {
    List<Trace> found = new ArrayList<>();
    UNFINISHED.forEach(one -> add(found, one.place(), count(one.sql(), account)));
    return found;
  }

  private long count(String sql, String account) {
    return jdbc.sql(sql).param(account).query(Long.class).single();
  }

  private static void add(List<Trace> traces, String place, long count) {
    if (count > 0) {
      traces.add(new Trace(place, count));
    }
  }

  @Override
  public List<Trace> replace(String account, String pseudonym) {
    List<Trace> replaced = new ArrayList<>();
    add(replaced, OutboxTraces.PLACE, outbox.replace(account, pseudonym));
    add(replaced, "major incidents: told", replaceTold(account, pseudonym));
    jdbc.sql("update itsm.absence set reason = null where account = ?").param(account).update();
    for (NamedColumn column : NamedColumn.ALL) {
      long rows =
          jdbc.sql(column.replace())
              .params(column.prefix() + pseudonym, column.prefix() + account)
              .update();
      add(replaced, column.place(), rows);
    }
    for (String table : List.of("ACT_RU_AUTHORIZATION", "ACT_ID_INFO", "ACT_ID_TENANT_MEMBER")) {
      jdbc.sql("delete from " + table + " where USER_ID_ = ?").param(account).update();
    }
    return replaced;
  }

  /** Recipients, one on each line. */
  private record Told(String id, String lines) {}

  private List<Told> told(String account) {
    return jdbc
        .sql("select id, told from itsm.major_incident where told like ? escape '!'")
        .param(containing("user:" + account))
        .query((row, n) -> new Told(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .filter(one -> one.lines().lines().anyMatch(("user:" + account)::equals))
        .toList();
  }

  private long replaceTold(String account, String pseudonym) {
    List<Told> all = told(account);
    for (Told one : all) {
      String lines =
          one.lines()
              .lines()
              .map(line -> line.equals("user:" + account) ? "user:" + pseudonym : line)
              .collect(Collectors.joining("\n"));
      jdbc.sql("update itsm.major_incident set told = ? where id = ?")
          .params(lines, java.util.UUID.fromString(one.id()))
          .update();
    }
    return all.size();
  }

  @Override
  public List<Mention> mentions(Collection<String> names, int most) {
    List<Mention> found = new ArrayList<>();
    for (FreeText text : FreeText.ALL) {
      for (String name : names) {
        jdbc.sql(text.find())
            .params(containing(name.toLowerCase(Locale.ROOT)), most)
            .query(String.class)
            .list()
            .forEach(record -> found.add(new Mention(text.place(), record)));
      }
    }
    return found.stream().distinct().limit(most).toList();
  }

  @Override
  public List<Mention> known(List<Mention> found) {
    Set<String> records = new TreeSet<>();
    found.stream().filter(one -> one.record() != null).forEach(one -> records.add(one.record()));
    Set<String> hidden = restrictions.hidden(user.actor(), records);
    return found.stream()
        .map(
            one ->
                one.record() != null && hidden.contains(one.record())
                    ? new Mention(one.place(), null)
                    : one)
        .toList();
  }

  static String containing(String text) {
    return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
