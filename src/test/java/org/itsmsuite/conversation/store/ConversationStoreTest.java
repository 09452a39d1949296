package org.itsmsuite.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.conversation.Attachment;
import org.itsmsuite.conversation.Entry;
import org.itsmsuite.conversation.Side;
import org.itsmsuite.conversation.Visibility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00.123456Z");

  private final JdbcConversationStore entries = new JdbcConversationStore(DATABASE.jdbc());
  private final JdbcAttachmentStore attachments = new JdbcAttachmentStore(DATABASE.jdbc());
  private final String record = "INC-" + UUID.randomUUID().toString().substring(0, 8);

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  private Entry written(Visibility visibility, String text) {
    var entry =
        new Entry(UUID.randomUUID(), record, MORNING, "agent", Side.SERVICE_DESK, visibility, text);
    entries.add(entry);
    return entry;
  }

  @Nested
  class Entries {

    @Test
    void keepEveryField() {
      var entry = written(Visibility.INTERNAL, "Two\nlines, ü and 💡");
      assertThat(entries.find(entry.id())).contains(entry);
      assertThat(entries.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void keepTheLongestTextInEveryScript() {
      var entry = written(Visibility.REQUESTER, "💡".repeat(5_000));
      assertThat(entries.find(entry.id()).orElseThrow().text()).hasSize(10_000);
    }

    @Test
    void standInTheOrderTheyWereWrittenEvenAtTheSameInstant() {
      var first = written(Visibility.REQUESTER, "1");
      var second = written(Visibility.INTERNAL, "2");
      var third = written(Visibility.REQUESTER, "3");
      assertThat(entries.of(record, true, 0, 10)).containsExactly(first, second, third);
      assertThat(entries.of(record, true, 1, 1)).containsExactly(second);
      assertThat(entries.count(record, true)).isEqualTo(3);
    }

    @Test
    void thatAreInternalCountForNobodyOutside() {
      var first = written(Visibility.REQUESTER, "1");
      written(Visibility.INTERNAL, "2");
      var third = written(Visibility.REQUESTER, "3");
      assertThat(entries.of(record, false, 0, 10)).containsExactly(first, third);
      assertThat(entries.of(record, false, 1, 10)).containsExactly(third);
      assertThat(entries.count(record, false)).isEqualTo(2);
    }

    @Test
    void ofOtherRecordsAreNotAmongThem() {
      written(Visibility.REQUESTER, "1");
      assertThat(entries.of("INC-other", true, 0, 10)).isEmpty();
      assertThat(entries.count("INC-other", true)).isZero();
    }
  }

  @Nested
  class Files {

    private Attachment attached(byte[] content) {
      var attachment =
          new Attachment(
              UUID.randomUUID(),
              record,
              MORNING,
              "requester",
              Side.REQUESTER,
              Visibility.REQUESTER,
              "Tür 💡.png",
              "image/png",
              content.length,
              "ab".repeat(32));
      try {
        attachments.add(attachment, new ByteArrayInputStream(content));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      return attachment;
    }

    private static byte[] bytes(int size) {
      byte[] bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      return bytes;
    }

    @Test
    void keepEveryField() {
      var first = attached(bytes(1));
      var second = attached(bytes(2));
      assertThat(attachments.find(first.id())).contains(first);
      assertThat(attachments.of(record)).containsExactly(first, second);
      assertThat(attachments.of("INC-other")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 262_143, 262_144, 262_145, 3_000_000})
    void comeBackToTheByte(int size) throws IOException {
      byte[] content = bytes(size);
      var attachment = attached(content);
      try (InputStream read = attachments.content(attachment.id())) {
        assertThat(read.readAllBytes()).isEqualTo(content);
        assertThat(read.read()).isEqualTo(-1);
      }
    }

    @Test
    void areReadPieceByPiece() throws IOException {
      byte[] content = bytes(600_000);
      var attachment = attached(content);
      try (InputStream read = attachments.content(attachment.id())) {
        assertThat(read.read()).isEqualTo(content[0] & 0xFF);
        byte[] some = new byte[5];
        assertThat(read.read(some, 1, 0)).isZero();
        assertThat(read.read(some, 1, 3)).isEqualTo(3);
        assertThat(some).containsExactly(0, content[1], content[2], content[3], 0);
        assertThat(read.readNBytes(600_000)).isEqualTo(Arrays.copyOfRange(content, 4, 600_000));
      }
    }

    @Test
    void thatAreNotThereAreEmpty() throws IOException {
      assertThat(attachments.content(UUID.randomUUID()).readAllBytes()).isEmpty();
      assertThat(attachments.find(UUID.randomUUID())).isEmpty();
    }
  }
}
