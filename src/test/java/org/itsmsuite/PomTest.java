package org.itsmsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A version that we choose instead of the one that comes along says why. */
class PomTest {

  private static final Pattern PROPERTY =
      Pattern.compile("(-->)?\\s*<([a-z0-9.-]+\\.version)>[^<]+</\\2>");

  /** A property that this file does not use itself overrides one of the parent's. */
  @Test
  void givesAReasonForEachOverriddenVersion() throws IOException {
    var pom = Files.readString(Path.of("pom.xml"));
    var overrides =
        PROPERTY
            .matcher(pom)
            .results()
            .filter(one -> !one.group(2).equals("java.version"))
            .filter(one -> !pom.contains("<version>${" + one.group(2) + "}</version>"))
            .toList();
    assertThat(overrides).isNotEmpty();
    assertThat(withoutReason(overrides)).isEmpty();
  }

  private static List<String> withoutReason(List<MatchResult> overrides) {
    return overrides.stream().filter(one -> one.group(1) == null).map(one -> one.group(2)).toList();
  }
}
