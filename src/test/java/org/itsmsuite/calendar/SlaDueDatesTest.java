package org.itsmsuite.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The agreed cases, in whatever zone the JVM stands. */
class SlaDueDatesTest {

  @RegisterExtension final JvmTimeZone jvm = new JvmTimeZone();

  static Stream<Arguments> zonesAndCases() throws IOException {
    List<DueDateCase> cases = DueDateCase.all();
    return Stream.of("UTC", "Asia/Kolkata", "America/Sao_Paulo", "Pacific/Apia")
        .flatMap(zone -> cases.stream().map(each -> Arguments.of(zone, each)));
  }

  @Test
  void thereAreForty() throws IOException {
    assertThat(DueDateCase.all()).hasSize(40);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("zonesAndCases")
  void isDueAsAgreed(String zone, DueDateCase given) {
    jvm.set(zone);

    assertThat(WorkingTime.due(given.calendar(), given.start(), given.target(), given.pauses()))
        .isEqualTo(given.dueAt());
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("zonesAndCases")
  void theTargetHasElapsedWhenDue(String zone, DueDateCase given) {
    jvm.set(zone);

    assertThat(WorkingTime.elapsed(given.calendar(), given.start(), given.dueAt(), given.pauses()))
        .isEqualTo(given.target());
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("zonesAndCases")
  void theWindowsExplainTheDue(String zone, DueDateCase given) {
    jvm.set(zone);

    List<Interval> windows =
        WorkingTime.windowsUntilDue(
            given.calendar(), given.start(), given.target(), given.pauses());

    assertThat(windows.get(windows.size() - 1).to()).isEqualTo(given.dueAt());
    assertThat(windows.stream().map(SlaDueDatesTest::length).reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(given.target());
  }

  private static Duration length(Interval span) {
    return Duration.between(span.from(), span.to());
  }
}
