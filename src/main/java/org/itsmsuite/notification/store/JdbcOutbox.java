package org.itsmsuite.notification.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.itsmsuite.database.InsertOnce;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.notification.Outbox;
import org.itsmsuite.notification.OutboxMessage;
import org.itsmsuite.notification.OutboxMessage.Status;
import org.itsmsuite.notification.OutboxPage;
import org.itsmsuite.restriction.Mentions;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox in the database. */
@Component
class JdbcOutbox implements Outbox {

  private static final String INSERT =
      """
      insert into itsm.notification (id, record, template, occasion, recipient, address, subject, body,
        created_at, status, attempts, next_attempt_at, error)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final Restrictions restrictions;
  private final InsertOnce once;
  private final TransactionTemplate joined;
  private final TransactionTemplate own;

  /**
   * @param transactions of the same data source
   */
  JdbcOutbox(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, Restrictions restrictions) {
    this.jdbc = JdbcClient.create(jdbc);
    this.restrictions = restrictions;
    this.once = new InsertOnce(jdbc, INSERT);
    this.joined = new TransactionTemplate(transactions);
    // After a commit its connection is still bound; what joined it then would never be committed.
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public List<OutboxMessage> add(List<OutboxMessage> messages) {
    List<Object[]> rows = messages.stream().map(JdbcOutbox::row).toList();
    List<Boolean> added =
        joined.execute(transaction -> UnitOfWork.quietly(() -> once.insert(rows)));
    return IntStream.range(0, rows.size()).filter(added::get).mapToObj(messages::get).toList();
  }

  private static Object[] row(OutboxMessage message) {
    return new Object[] {
      message.id(),
      message.record(),
      message.template(),
      message.occasion(),
      message.recipient(),
      message.address(),
      message.subject(),
      message.body(),
      utc(message.createdAt()),
      message.status().name(),
      utc(message.nextAttemptAt()),
      message.error()
    };
  }

  @Override
  public Optional<OutboxMessage> claim(UUID id, Instant now, Instant until) {
    return own.execute(
        transaction -> {
          var claimed =
              jdbc.sql(
                      """
                      update itsm.notification set attempts = attempts + 1, next_attempt_at = :until
                      where id = :id and status in ('WRITTEN', 'FAILED') and next_attempt_at <= :now
                      """)
                  .param("id", id)
                  .param("now", utc(now))
                  .param("until", utc(until))
                  .update();
          return claimed == 0
              ? Optional.<OutboxMessage>empty()
              : jdbc.sql("select * from itsm.notification where id = ?")
                  .param(id)
                  .query(JdbcOutbox::message)
                  .optional();
        });
  }

  @Override
  public void sent(UUID id, Instant at) {
    own.executeWithoutResult(
        transaction ->
            jdbc.sql(
                    """
                    update itsm.notification
                    set status = 'SENT', sent_at = ?, next_attempt_at = null, error = null
                    where id = ?
                    """)
                .params(utc(at), id)
                .update());
  }

  @Override
  public void shown(UUID id, String note) {
    own.executeWithoutResult(
        transaction ->
            jdbc.sql(
                    """
                    update itsm.notification set status = 'SHOWN', next_attempt_at = null, error = ?
                    where id = ? and status <> 'SENT'
                    """)
                .params(note, id)
                .update());
  }

  @Override
  public void failed(UUID id, String error, Instant next) {
    own.executeWithoutResult(
        transaction ->
            jdbc.sql(
                    """
                    update itsm.notification
                    set status = 'FAILED', error = ?, next_attempt_at = ?
                    where id = ? and status <> 'SENT'
                    """)
                .params(error, utc(next), id)
                .update());
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    return jdbc.sql(
            """
            select id from itsm.notification
            where next_attempt_at <= :now and status in ('WRITTEN', 'FAILED')
            order by next_attempt_at, id fetch first :most rows only
            """)
        .param("now", utc(now))
        .param("most", most)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  @Override
  public OutboxPage find(Actor reader, String record, int page, int size) {
    var known = restrictions.known(reader, "n.record");
    var params = new HashMap<String, Object>(known.params());
    var from = " from itsm.notification n where " + known.sql();
    if (record != null) {
      from += " and n.record = :record";
      params.put("record", record);
    }
    var total = jdbc.sql("select count(*)" + from).params(params).query(Long.class).single();
    params.put("offset", (long) page * size);
    params.put("size", size);
    var messages =
        jdbc.sql(
                "select n.*"
                    + from
                    + " order by n.created_at desc, n.id"
                    + " offset :offset rows fetch next :size rows only")
            .params(params)
            .query(JdbcOutbox::message)
            .list();
    return new OutboxPage(withoutMentions(reader, messages), page, size, total);
  }

  private List<OutboxMessage> withoutMentions(Actor reader, List<OutboxMessage> messages) {
    var mentioned =
        Mentions.in(messages.stream().map(one -> one.subject() + "\n" + one.body()).toList());
    var hidden = restrictions.hidden(reader, mentioned);
    return messages.stream()
        .map(
            one ->
                one.saying(
                    Mentions.textWithout(one.subject(), hidden),
                    Mentions.textWithout(one.body(), hidden)))
        .toList();
  }

  private static OutboxMessage message(ResultSet row, int n) throws SQLException {
    return new OutboxMessage(
        row.getObject("id", UUID.class),
        row.getString("record"),
        row.getString("template"),
        row.getString("occasion"),
        row.getString("recipient"),
        row.getString("address"),
        row.getString("subject"),
        row.getString("body"),
        instant(row, "created_at"),
        Status.valueOf(row.getString("status")),
        row.getInt("attempts"),
        instant(row, "next_attempt_at"),
        instant(row, "sent_at"),
        row.getString("error"));
  }
}
