package org.itsmsuite.conversation.store;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.conversation.Attachment;
import org.itsmsuite.conversation.AttachmentStore;
import org.itsmsuite.conversation.Side;
import org.itsmsuite.conversation.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files as rows, their content in pieces beside them. */
@Repository
class JdbcAttachmentStore implements AttachmentStore {

  /** H2 takes values of this type up to a megabyte. */
  private static final int PART = 256 * 1024;

  private final JdbcClient jdbc;

  JdbcAttachmentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Attachment attachment, InputStream content) throws IOException {
    jdbc.sql(
            """
            insert into itsm.attachment (
              id, record, attached_at, author, side, visibility, name, type, bytes, sha256)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            attachment.id(),
            attachment.record(),
            attachment.at().atOffset(ZoneOffset.UTC),
            attachment.author(),
            attachment.side().name(),
            attachment.visibility().name(),
            attachment.name(),
            attachment.type(),
            attachment.size(),
            attachment.sha256())
        .update();
    byte[] part = content.readNBytes(PART);
    for (int number = 0; part.length > 0; number++) {
      jdbc.sql("insert into itsm.attachment_part (attachment, part, content) values (?, ?, ?)")
          .params(attachment.id(), number, part)
          .update();
      part = content.readNBytes(PART);
    }
  }

  @Override
  public Optional<Attachment> find(UUID id) {
    return jdbc.sql("select * from itsm.attachment where id = ?")
        .param(id)
        .query(JdbcAttachmentStore::read)
        .optional();
  }

  @Override
  public List<Attachment> of(String record) {
    return jdbc.sql("select * from itsm.attachment where record = ? order by place")
        .param(record)
        .query(JdbcAttachmentStore::read)
        .list();
  }

  @Override
  public InputStream content(UUID id) {
    return new PartsStream(number -> part(id, number));
  }

  private Optional<byte[]> part(UUID id, int number) {
    return jdbc.sql("select content from itsm.attachment_part where attachment = ? and part = ?")
        .params(id, number)
        .query((row, index) -> row.getBytes(1))
        .optional();
  }

  private static Attachment read(ResultSet row, int number) throws SQLException {
    return new Attachment(
        row.getObject("id", UUID.class),
        row.getString("record"),
        row.getObject("attached_at", OffsetDateTime.class).toInstant(),
        row.getString("author"),
        Side.valueOf(row.getString("side")),
        Visibility.valueOf(row.getString("visibility")),
        row.getString("name"),
        row.getString("type"),
        row.getLong("bytes"),
        row.getString("sha256"));
  }
}
