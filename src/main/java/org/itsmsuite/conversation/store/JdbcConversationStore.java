package org.itsmsuite.conversation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.conversation.ConversationStore;
import org.itsmsuite.conversation.Entry;
import org.itsmsuite.conversation.Side;
import org.itsmsuite.conversation.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries as rows, in the order they were written. */
@Repository
class JdbcConversationStore implements ConversationStore {

  private final JdbcClient jdbc;

  JdbcConversationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Entry entry) {
    jdbc.sql(
            """
            insert into itsm.conversation_entry (id, record, written_at, author, side, visibility, content)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            entry.id(),
            entry.record(),
            entry.at().atOffset(ZoneOffset.UTC),
            entry.author(),
            entry.side().name(),
            entry.visibility().name(),
            entry.text())
        .update();
  }

  @Override
  public Optional<Entry> find(UUID id) {
    return jdbc.sql("select * from itsm.conversation_entry where id = ?")
        .param(id)
        .query(JdbcConversationStore::read)
        .optional();
  }

  @Override
  public List<Entry> of(String record, boolean internal, long offset, int most) {
    return jdbc.sql(
            """
            select * from itsm.conversation_entry where record = :record and visibility in (:seen)
            order by place offset :offset rows fetch next :most rows only
            """)
        .param("record", record)
        .param("seen", seen(internal))
        .param("offset", offset)
        .param("most", most)
        .query(JdbcConversationStore::read)
        .list();
  }

  @Override
  public long count(String record, boolean internal) {
    return jdbc.sql(
            """
            select count(*) from itsm.conversation_entry where record = :record and visibility in (:seen)
            """)
        .param("record", record)
        .param("seen", seen(internal))
        .query(Long.class)
        .single();
  }

  private static List<String> seen(boolean internal) {
    return internal
        ? List.of(Visibility.REQUESTER.name(), Visibility.INTERNAL.name())
        : List.of(Visibility.REQUESTER.name());
  }

  private static Entry read(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getObject("id", UUID.class),
        row.getString("record"),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        row.getString("author"),
        Side.valueOf(row.getString("side")),
        Visibility.valueOf(row.getString("visibility")),
        row.getString("content"));
  }
}
