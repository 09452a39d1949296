package org.itsmsuite.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {

  enum Colour {
    RED,
    BLUE
  }

  record Shelf(String name, Integer size, Boolean open, Colour colour, List<Book> books) {}

  record Book(String title, List<String> tags) {
    Book {
      if ("forbidden".equals(title)) {
        throw new IllegalArgumentException("this title may not be used");
      }
    }
  }

  @Test
  void readsRecordsFromYaml() {
    Shelf shelf = yaml("name: A\nsize: 2\nbooks:\n  - title: One\n    tags: [x, \"y\"]\n");

    assertThat(shelf)
        .isEqualTo(new Shelf("A", 2, null, null, List.of(new Book("One", List.of("x", "y")))));
  }

  @Test
  void readsJsonAndAByteOrderMark() {
    var content = new ContentInMemory().with("a.yaml", "\uFEFF{\"name\": \"A\"}");

    assertThat(YamlFile.of(content, "a.yaml").as(Shelf.class).name()).isEqualTo("A");
  }

  @Test
  void readsATree() {
    assertThat(YamlFile.of("a.yaml", "2026-01-01: [\"09:00-17:00\"]").tree().toString())
        .isEqualTo("{\"2026-01-01\":[\"09:00-17:00\"]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nmae: A                         | content.unknown-field | nmae         | known are [books, colour, name, open, size]
          {name: A, name: B}              | content.not-readable  | line 1       | given twice: 'name'
          {size: many}                    | content.wrong-type    | size (line 1 | a number
          {open: maybe}                   | content.wrong-type    | open         | true or false
          {colour: GREEN}                 | content.wrong-type    | colour       | one of [RED, BLUE]
          {name: 12}                      | content.wrong-type    | name         | a text
          {name: true}                    | content.wrong-type    | name         | a text
          {name: [A]}                     | content.wrong-type    | name         | a text
          {books: none}                   | content.wrong-type    | books        | a list
          {books: [{title: A}, two]}      | content.wrong-type    | books[1]     | the fields [title, tags]
          {books: [{title: A, tags: {}}]} | content.wrong-type    | books[0].tags| a list
          {books: [{title: forbidden}]}   | content.wrong-value   | books[0]     | this title may not be used
          - A                             | content.wrong-type    | line 1       | the fields
          {name: A                        | content.not-readable  | line 1       | cannot be read as YAML
          'name: A: B'                    | content.not-readable  | line 1       | mapping values are not allowed here
          """)
  void aFaultIsToldWithPlaceAndReason(String text, String key, String place, String reason) {
    ContentException fault = faultOf(text);

    assertThat(fault.key()).isEqualTo(key);
    assertThat(fault.file()).isEqualTo("shelf.yaml");
    assertThat(fault.place()).startsWith(place);
    assertThat(fault.reason()).contains(reason);
    assertThat(fault.getMessage()).doesNotContain("java", "jackson", "itsmsuite", "Exception");
  }

  @Test
  void theLineOfAFaultIsCounted() {
    assertThat(faultOf("name: A\nbooks:\n  - title: A\n  - title: [B]\n").place())
        .startsWith("books[1].title (line 4");
    assertThat(faultOf("name: A\n\tsize: 2\n").place()).startsWith("line 2");
  }

  @Test
  void aSecondDocumentIsRefused() {
    ContentException fault = faultOf("name: A\n---\nname: B\n");

    assertThat(fault.key()).isEqualTo("content.not-readable");
    assertThat(fault.reason()).contains("more than one document");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(faultOf("  \n").key()).isEqualTo("content.empty-file");
    assertThat(faultOf("# nothing but a remark\n").key()).isEqualTo("content.empty-file");
  }

  @Test
  void anEmptyTreeIsRefused() {
    var fault =
        catchThrowableOfType(
            ContentException.class, () -> YamlFile.of("a.yaml", "# nothing\n").tree());

    assertThat(fault.key()).isEqualTo("content.empty-file");
  }

  @Test
  void anotherEncodingIsRefused() {
    var content =
        new ContentInMemory().with("a.yaml", "name: Büro".getBytes(StandardCharsets.ISO_8859_1));

    var fault = catchThrowableOfType(ContentException.class, () -> YamlFile.of(content, "a.yaml"));

    assertThat(fault.key()).isEqualTo("content.not-utf8");
  }

  @Test
  void aMissingFileIsRefused() {
    var fault =
        catchThrowableOfType(
            ContentException.class, () -> YamlFile.of(new ContentInMemory(), "a.yaml"));

    assertThat(fault.key()).isEqualTo("content.missing-file");
  }

  @Nested
  class ChecksOfValues {

    private final YamlFile file = YamlFile.of("shelf.yaml", "name: A");

    @Test
    void passWhatIsThere() {
      assertThat(file.text("a", "x")).isEqualTo("a");
      assertThat(file.id("north-office", "x")).isEqualTo("north-office");
      assertThat(file.emailOrNull(null, "x")).isNull();
      assertThat(file.emailOrNull("a@example.org", "x")).isEqualTo("a@example.org");
      assertThat(file.list(null, "x")).isEmpty();
      file.distinct(List.of("a", "b"), "x");
    }

    @Test
    void refuseTheRest() {
      Map<String, Runnable> faults =
          Map.of(
              "content.missing-value",
              () -> file.text(" ", "place"),
              "content.missing-value ",
              () -> file.list(Arrays.asList("a", null), "place"),
              "content.bad-id",
              () -> file.id("North Office", "place"),
              "content.bad-email",
              () -> file.emailOrNull("nobody", "place"),
              "content.duplicate-id",
              () -> file.distinct(List.of("a", "a"), "place"));

      faults.forEach(
          (key, check) -> {
            var fault = catchThrowableOfType(ContentException.class, check::run);
            assertThat(fault.key()).isEqualTo(key.strip());
            assertThat(fault.place()).startsWith("place");
          });
    }
  }

  private static Shelf yaml(String text) {
    return YamlFile.of("shelf.yaml", text).as(Shelf.class);
  }

  private static ContentException faultOf(String text) {
    return catchThrowableOfType(ContentException.class, () -> yaml(text));
  }
}
