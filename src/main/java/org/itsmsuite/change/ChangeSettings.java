package org.itsmsuite.change;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.YamlFile;

/**
 * {@code config/changes.yaml}.
 *
 * @param lookBack how far back failed changes of the same items count for the risk
 * @param neverInAdvance types of items that no template may touch
 */
public record ChangeSettings(Duration lookBack, Set<String> neverInAdvance) {

  private static final String FILE = "config/changes.yaml";
  private static final int LONGEST = 3_660;

  /** As written. */
  record Written(Integer lookBackDays, List<String> neverInAdvance) {}

  public ChangeSettings {
    neverInAdvance = Set.copyOf(neverInAdvance);
  }

  /**
   * @throws org.itsmsuite.content.ContentException {@code change.look-back} unless it is from 1 to
   *     3660 days
   */
  public static ChangeSettings read(ContentSource content) {
    YamlFile file = YamlFile.of(content, FILE);
    Written written = file.as(Written.class);
    Integer days = written.lookBackDays();
    if (days == null || days < 1 || days > LONGEST) {
      throw file.fault("change.look-back", "lookBackDays", "from 1 to " + LONGEST + " days");
    }
    List<String> types = file.list(written.neverInAdvance(), "neverInAdvance");
    file.distinct(types, "neverInAdvance");
    return new ChangeSettings(Duration.ofDays(days), Set.copyOf(types));
  }
}
