package org.itsmsuite.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.itsmsuite.conversation.AttachmentSettings.FileKind;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FileCheckTest {

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @TempDir Path folder;

  private final FileCheck check = new FileCheck(ShippedSettings.attachments());

  private CheckedFile checked(String name, String declared, byte[] content) {
    try {
      Path file = Files.createTempFile(folder, "upload", null);
      return check.check(new Upload(name, declared, Files.write(file, content)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void isRefused(String key, String name, String declared, byte[] content) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> checked(name, declared, content));
    assertThat(refusal).as(name + " as " + declared).isNotNull();
    assertThat(refusal.key()).as(refusal.getMessage()).isEqualTo(key);
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
    assertThat(refusal.offences().get(0).field()).isEqualTo("file");
  }

  @Nested
  class AFileThatIsWhatItSays {

    static Stream<Arguments> honest() {
      return Stream.of(
          Arguments.of("a.pdf", "application/pdf", Contents.pdf(), "application/pdf"),
          Arguments.of("a.PDF", null, Contents.pdf(), "application/pdf"),
          Arguments.of("a.png", "image/png", Contents.png(), "image/png"),
          Arguments.of("a.jpg", "image/jpeg", Contents.jpeg(), "image/jpeg"),
          Arguments.of("a.jpeg", "image/jpg", Contents.jpeg(), "image/jpeg"),
          Arguments.of("a.txt", "text/plain; charset=utf-8", Contents.text("Grüße"), "text/plain"),
          Arguments.of("a.txt", "text/plain", Contents.mail(), "text/plain"),
          Arguments.of("a.log", "text/x-log", Contents.text("12:00 up\n"), "text/plain"),
          Arguments.of("a.csv", "text/csv", Contents.text("a,b\n1,2\n"), "text/csv"),
          Arguments.of("a.csv", "application/vnd.ms-excel", Contents.text("a;b\n"), "text/csv"),
          Arguments.of("a.csv", "text/plain", Contents.text("a;b\n"), "text/csv"),
          Arguments.of("a.eml", "message/rfc822", Contents.mail(), "message/rfc822"),
          Arguments.of("a.docx", DOCX, Contents.docx(), DOCX),
          Arguments.of("a.docx", "application/zip", Contents.docx(), DOCX),
          Arguments.of("a.xlsx", XLSX, Contents.xlsx(), XLSX),
          Arguments.of("a.xlsx", "application/octet-stream", Contents.xlsx(), XLSX));
    }

    @ParameterizedTest
    @MethodSource("honest")
    void isTaken(String name, String declared, byte[] content, String type) {
      CheckedFile file = checked(name, declared, content);
      assertThat(file.name()).isEqualTo(name);
      assertThat(file.type()).isEqualTo(type);
      assertThat(file.size()).isEqualTo(content.length);
    }

    @Test
    void isKnownByItsDigest() {
      assertThat(checked("a.txt", null, Contents.text("abc")).sha256())
          .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
  }

  @Nested
  class AFileThatLies {

    static Stream<Arguments> lies() {
      return Stream.of(
          Arguments.of("program.pdf", null, Contents.program()),
          Arguments.of("program.txt", "text/plain", Contents.program()),
          Arguments.of("page.pdf", "application/pdf", Contents.text("<html><body>x</body></html>")),
          Arguments.of("page.txt", null, Contents.text("<html><body>x</body></html>")),
          Arguments.of("picture.png", "image/png", Contents.jpeg()),
          Arguments.of("picture.jpg", "image/jpeg", Contents.pdf()),
          Arguments.of("text.pdf", "application/pdf", Contents.text("Just text")),
          Arguments.of("text.docx", DOCX, Contents.text("Just text")),
          Arguments.of("archive.docx", DOCX, Contents.zip("a.exe", "b.txt")),
          Arguments.of("table.docx", DOCX, Contents.xlsx()),
          Arguments.of("letter.xlsx", XLSX, Contents.docx()),
          Arguments.of(
              "macro.docx",
              DOCX,
              Contents.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
          Arguments.of("cut.docx", DOCX, Arrays.copyOf(Contents.docx(), 60)),
          Arguments.of("drawing.png", "image/png", Contents.text("<svg xmlns='a'></svg>")),
          Arguments.of("honest.pdf", "image/png", Contents.pdf()),
          Arguments.of("honest.pdf", "text/html", Contents.pdf()),
          Arguments.of("honest.txt", "text/html", Contents.text("Text")),
          Arguments.of("honest.png", "image/svg+xml", Contents.png()),
          Arguments.of("honest.png", "no type at all", Contents.png()));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void isRefused(String name, String declared, byte[] content) {
      FileCheckTest.this.isRefused("attachment.type-mismatch", name, declared, content);
    }
  }

  @Nested
  class AFileOfAKindThatIsNotTaken {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "run.exe",
          "page.html",
          "a.svg",
          "a.zip",
          "a.docm",
          "a.js",
          "noending",
          "a.pdf.exe"
        })
    void isRefused(String name) {
      FileCheckTest.this.isRefused(
          "attachment.type-not-allowed", name, null, Contents.text("text"));
    }

    @Test
    void isToldWhatIsTaken() {
      Refusal refusal =
          catchThrowableOfType(Refusal.class, () -> checked("a.exe", null, Contents.program()));
      assertThat(refusal.getMessage()).contains(".pdf", ".png", ".docx");
    }
  }

  @Nested
  class ASize {

    @Test
    void ofNothingIsRefused() {
      isRefused("attachment.empty", "a.txt", "text/plain", new byte[0]);
    }

    @Test
    void overTheLimitIsRefused() {
      var small =
          new FileCheck(
              new AttachmentSettings(
                  DataSize.ofBytes(10),
                  1,
                  DataSize.ofBytes(10),
                  List.of(new FileKind("txt", "text/plain", List.of()))));
      assertThat(checkedBy(small, "1234567890").size()).isEqualTo(10);
      Refusal refusal = catchThrowableOfType(Refusal.class, () -> checkedBy(small, "12345678901"));
      assertThat(refusal.key()).isEqualTo("attachment.too-large");
      assertThat(refusal.getMessage()).contains("11 bytes", "10 bytes");
    }

    private CheckedFile checkedBy(FileCheck other, String text) {
      try {
        Path file = Files.createTempFile(folder, "upload", null);
        return other.check(new Upload("a.txt", null, Files.writeString(file, text)));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "1, 1 byte",
      "1023, 1023 bytes",
      "1024, 1 KB",
      "14500, 14 KB",
      "1048576, 1 MB",
      "2621440, 2.5 MB"
    })
    void isToldInWords(long bytes, String words) {
      assertThat(FileSizes.text(bytes)).isEqualTo(words);
    }
  }

  @Nested
  class AName {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "../../x",
          "../../x.txt",
          "..\\..\\x.txt",
          "/etc/passwd.txt",
          "C:\\x.txt",
          "C:x.txt",
          "..",
          ".txt",
          ".hidden.txt",
          "x.txt.",
          "x.txt ",
          " x.txt",
          "",
          "   ",
          "a\u0000b.txt",
          "a\nb.txt",
          "a\u001b[31m.txt",
          "a\u007f.txt",
          "a\u2028b.txt",
          "gpj\u202etxt.txt",
          "a\u200eb.txt",
          "half \ud83d pair.txt",
          "CON.txt",
          "con.tar.txt",
          "nul.txt",
          "Com1.txt",
          "LPT9 .txt",
          "x|y.txt",
          "x?.txt",
          "x*.txt",
          "<x>.txt",
          "a\"b.txt"
        })
    void thatLeadsElsewhereOrHidesSomethingIsRefused(String name) {
      isRefused("attachment.name", name, null, Contents.text("text"));
    }

    @Test
    void thatIsTooLongOrMissingIsRefused() {
      isRefused("attachment.name", "x".repeat(197) + ".txt", null, Contents.text("text"));
      isRefused("attachment.name", null, null, Contents.text("text"));
      assertThat(checked("x".repeat(196) + ".txt", null, Contents.text("text")).name())
          .hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Türschloss 3. Stock (neu).txt",
          "報告書.txt",
          "👩‍🔧 plan.txt",
          "console.txt",
          "a;b, c & d='e'.txt"
        })
    void ofAnyScriptIsTaken(String name) {
      assertThat(checked(name, null, Contents.text("text")).name()).isEqualTo(name);
    }

    @Test
    void isComposed() {
      assertThat(checked("Tu\u0308r.txt", null, Contents.text("text")).name())
          .isEqualTo("T\u00fcr.txt");
    }
  }

  @Nested
  class Settings {

    @Test
    void thatNameAnEndingTwiceStopTheStart() {
      var pdf = new FileKind("pdf", "application/pdf", List.of());
      assertThat(
              catchThrowableOfType(
                  IllegalArgumentException.class,
                  () ->
                      new AttachmentSettings(
                          DataSize.ofBytes(1), 1, DataSize.ofBytes(1), List.of(pdf, pdf))))
          .hasMessageContaining("twice");
    }

    @ParameterizedTest
    @CsvSource({"PDF, application/pdf", ".pdf, application/pdf", "pdf, pdf", "pdf, "})
    void thatAreNoKindStopTheStart(String ending, String type) {
      assertThat(
              catchThrowableOfType(
                  IllegalArgumentException.class, () -> new FileKind(ending, type, List.of())))
          .hasMessageContaining("itsm.attachments.types");
    }
  }
}
