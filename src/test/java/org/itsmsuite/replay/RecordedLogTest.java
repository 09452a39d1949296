package org.itsmsuite.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.itsmsuite.content.ContentException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedLogTest {

  private static final Mapping MAPPING = Logs.mapping();
  private static final String GOOD = Logs.row("INC1", "New", "29-02-2016 09:00");

  @TempDir Path folder;

  private final List<Unmapped> unmapped = new ArrayList<>();
  private final List<List<Row>> incidents = new ArrayList<>();

  private void read(Path file) {
    new RecordedLog(file, MAPPING, unmapped::add).forEach(incidents::add);
  }

  private ContentException refusal(Path file) {
    return catchThrowableOfType(ContentException.class, () -> read(file));
  }

  private List<Long> lines() {
    return incidents.stream().flatMap(List::stream).map(Row::line).toList();
  }

  @Nested
  class WhenNothingCanBeRead {

    @Test
    void namesAllColumnsThatAreMissing() {
      var refusal = refusal(Logs.file(folder, "number,incident_state\nINC1,New\n"));
      assertThat(refusal.key()).isEqualTo("replay.missing-columns");
      assertThat(refusal.place()).isEqualTo("line 1");
      assertThat(refusal.reason()).contains("sys_updated_at", "rfc").doesNotContain("number,");
    }

    @Test
    void saysThatSemicolonsAreNoCommas() {
      var refusal = refusal(Logs.file(folder, Logs.HEADER.replace(',', ';') + "\n"));
      assertThat(refusal.key()).isEqualTo("replay.missing-columns");
      assertThat(refusal.reason()).contains("commas");
    }

    @Test
    void namesTheLineThatIsNotUtf8() throws IOException {
      Path latin1 = folder.resolve("latin1.csv");
      Files.write(
          latin1,
          (Logs.HEADER + "\n" + GOOD + "\n" + GOOD.replace("Group 1", "Réseau") + "\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      var refusal = refusal(latin1);
      assertThat(refusal.key()).isEqualTo("replay.log-not-utf8");
      assertThat(refusal.place()).isEqualTo("line 3");
    }

    @Test
    void refusesUtf16() throws IOException {
      Path utf16 = folder.resolve("utf16.csv");
      Files.write(utf16, (Logs.HEADER + "\n" + GOOD).getBytes(StandardCharsets.UTF_16));
      assertThat(refusal(utf16).key()).isEqualTo("replay.log-not-utf8");
    }

    @Test
    void refusesAnEmptyFile() {
      assertThat(refusal(Logs.file(folder, "")).key()).isEqualTo("replay.empty-log");
      assertThat(refusal(Logs.file(folder, "\n \n")).key()).isEqualTo("replay.empty-log");
    }

    @Test
    void refusesAHeaderWithAQuotationMarkThatIsNotClosed() {
      assertThat(refusal(Logs.file(folder, "\"number,a\nb\n")).key())
          .isEqualTo("replay.broken-header");
    }

    @Test
    void refusesAFileThatIsNotThereOrIsAFolder() {
      assertThat(refusal(folder.resolve("nothing.csv")).key()).isEqualTo("replay.log-not-readable");
      assertThat(refusal(folder).key()).isEqualTo("replay.log-not-readable");
    }

    @Test
    void refusesALineWithoutEnd() {
      assertThat(refusal(Logs.file(folder, "x".repeat(1_100_000))).key())
          .isEqualTo("replay.line-too-long");
    }
  }

  @Test
  void readsOnlyAHeaderAsNoIncidents() {
    read(Logs.file(folder, Logs.HEADER));
    assertThat(incidents).isEmpty();
    assertThat(unmapped).isEmpty();
  }

  @Test
  void leavesOutAByteOrderMarkAndEmptyLines() {
    read(Logs.file(folder, "\uFEFF" + Logs.HEADER + "\n\n" + GOOD + "\n\n"));
    assertThat(lines()).containsExactly(3L);
    assertThat(unmapped).isEmpty();
  }

  @Test
  void readsValuesInQuotationMarksEvenOverSeveralLines() {
    String quoted = GOOD.replace("Group 1", "\"Group, the \"\"first\"\"\nof all\"");
    read(Logs.log(folder, quoted, GOOD));
    assertThat(incidents.get(0))
        .extracting(Row::group)
        .containsExactly("Group, the \"first\"\nof all", "Group 1");
    assertThat(lines()).containsExactly(2L, 4L);
  }

  @Test
  void losesOnlyTheLineWithAQuotationMarkThatIsNotClosed() {
    read(Logs.log(folder, GOOD, GOOD.replace("Group 1", "\"Group 1"), GOOD, GOOD));
    assertThat(lines()).containsExactly(2L, 4L, 5L);
    assertThat(unmapped).singleElement().extracting(Unmapped::line).isEqualTo(3L);
    assertThat(unmapped.get(0).reason()).contains("quotation mark");
  }

  @Test
  void losesOnlyTheLinesWithTooFewAndTooManyColumns() {
    read(Logs.log(folder, "INC1,New", GOOD, GOOD + ",more"));
    assertThat(lines()).containsExactly(3L);
    assertThat(unmapped)
        .extracting(Unmapped::reason)
        .containsExactly(
            "2 columns instead of 13 as in the first line",
            "14 columns instead of 13 as in the first line");
  }

  @Test
  void namesValuesThatTheMappingDoesNotKnow() {
    read(
        Logs.log(
            folder,
            Logs.row("INC1", "On Hold", "29-02-2016 09:00"),
            Logs.row("INC1", "New", "2016-02-29 09:00"),
            Logs.row("INC1", "New", "30-02-2016 09:00"),
            Logs.row("INC1", "New", "29-02-0016 09:00"),
            Logs.row("INC1", "New", "29-02-2400 09:00"),
            Logs.row("INC1", "New", "?"),
            Logs.row("?", "New", "29-02-2016 09:00"),
            Logs.row("INC1", "New", "29-02-2016 09:00", Map.of("impact", "9 - Huge"))));
    assertThat(incidents).isEmpty();
    assertThat(unmapped)
        .extracting(Unmapped::reason)
        .containsExactly(
            "incident_state \"On Hold\" is not in the mapping",
            "sys_updated_at \"2016-02-29 09:00\" is no time of the expected form",
            "sys_updated_at \"30-02-2016 09:00\" is no time of the expected form",
            "sys_updated_at \"29-02-0016 09:00\" is too far away; 1970 to 2199 can be played",
            "sys_updated_at \"29-02-2400 09:00\" is too far away; 1970 to 2199 can be played",
            "sys_updated_at is needed",
            "number and state are needed",
            "impact \"9 - Huge\" is not in the mapping");
  }

  @Test
  void handsOutAnIncidentAtItsLastRowHoweverMixedTheFileIs() {
    read(
        Logs.log(
            folder,
            Logs.row("INC1", "New", "29-02-2016 09:00"),
            Logs.row("INC2", "New", "29-02-2016 09:01"),
            Logs.row("INC2", "Closed", "29-02-2016 09:02"),
            Logs.row("INC1", "Closed", "29-02-2016 09:03")));
    assertThat(incidents)
        .extracting(rows -> rows.get(0).number() + " " + rows.size())
        .containsExactly("INC2 2", "INC1 2");
  }
}
