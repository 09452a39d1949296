package org.itsmsuite.change.vote;

import java.util.Map;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.YamlFile;

/**
 * {@code config/boards.yaml}: how much the votes of members weigh under the rule {@code WEIGHTED}.
 *
 * @param weights by group; somebody in several has the greatest; 1 where none is named
 */
public record BoardWeights(Map<String, Integer> weights) {

  private static final String FILE = "config/boards.yaml";
  private static final int GREATEST = 100;

  /** As written. */
  record Written(Map<String, Integer> weights) {}

  public BoardWeights {
    weights = Map.copyOf(weights);
  }

  /**
   * @throws org.itsmsuite.content.ContentException {@code vote.weight} unless each is from 1 to 100
   */
  public static BoardWeights read(ContentSource content) {
    YamlFile file = YamlFile.of(content, FILE);
    Map<String, Integer> weights = file.as(Written.class).weights();
    if (weights == null) {
      return new BoardWeights(Map.of());
    }
    weights.forEach(
        (group, weight) -> {
          if (weight == null || weight < 1 || weight > GREATEST) {
            throw file.fault("vote.weight", "weights." + group, "from 1 to " + GREATEST);
          }
        });
    return new BoardWeights(weights);
  }

  int of(java.util.Set<String> groups) {
    return groups.stream().mapToInt(one -> weights.getOrDefault(one, 1)).max().orElse(1);
  }
}
