package org.itsmsuite.people.store;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Names inside of messages that the suite wrote: what it calls somebody there is their account.
 * What was to be sent to the person is sent no more, and nothing is kept of where to.
 */
final class OutboxTraces {

  static final String PLACE = "outbox: written messages";

  private static final int AT_ONCE = 200;
  private static final UUID FIRST = new UUID(0, 0);

  private record Row(UUID id, String occasion, String subject, String body) {

    private Row renamed(Pattern name, String pseudonym) {
      return new Row(
          id,
          in(occasion, name, pseudonym),
          in(subject, name, pseudonym),
          in(body, name, pseudonym));
    }

    private static String in(String text, Pattern name, String pseudonym) {
      return name.matcher(text).replaceAll(Matcher.quoteReplacement(pseudonym));
    }
  }

  private final JdbcClient jdbc;

  OutboxTraces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long count(String account) {
    return each(account, row -> {});
  }

  /**
   * @return how many messages were changed
   */
  long replace(String account, String pseudonym) {
    Pattern name = name(account);
    long changed = each(account, row -> save(row.renamed(name, pseudonym)));
    jdbc.sql(
            """
            update itsm.notification set address = null, next_attempt_at = null, error = null,
              status = case when status in ('WRITTEN', 'FAILED') then 'SHOWN' else status end
            where recipient = ?
            """)
        .param("user:" + account)
        .update();
    return changed;
  }

  private long each(String account, java.util.function.Consumer<Row> found) {
    Pattern name = name(account);
    long count = 0;
    List<Row> page = page(account, FIRST);
    while (!page.isEmpty()) {
      for (Row row : page) {
        if (!row.equals(row.renamed(name, ""))) {
          found.accept(row);
          count++;
        }
      }
      page = page(account, page.get(page.size() - 1).id());
    }
    return count;
  }

  private List<Row> page(String account, UUID after) {
    String part = JdbcTraces.containing(account);
    return jdbc.sql(
            """
            select id, occasion, subject, body from itsm.notification
            where id > :after and (occasion like :part escape '!' or subject like :part escape '!'
              or body like :part escape '!')
            order by id fetch first :most rows only
            """)
        .param("after", after)
        .param("part", part)
        .param("most", AT_ONCE)
        .query(
            (row, n) ->
                new Row(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4)))
        .list();
  }

  private void save(Row row) {
    jdbc.sql("update itsm.notification set occasion = ?, subject = ?, body = ? where id = ?")
        .params(
            row.occasion(),
            row.subject().length() > 300 ? row.subject().substring(0, 300) : row.subject(),
            row.body(),
            row.id())
        .update();
  }

  /** As a word of its own: agent-2 is not agent. */
  private static Pattern name(String account) {
    String inside = "[\\p{L}\\p{N}_.@-]";
    return Pattern.compile(
        "(?<!"
            + inside
            + ")"
            + Pattern.quote(account)
            + "(?!\\p{L}|\\p{N}|[_@-]|\\.[\\p{L}\\p{N}])");
  }
}
