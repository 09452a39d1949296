package org.itsmsuite.incident;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.YamlFile;

/**
 * What makes incidents similar, as {@code config/similar-incidents.yaml} says.
 *
 * @param atLeast percent below which two are not similar
 * @param candidates how many of a kind are compared
 * @param ignoredWords in the form that {@link Words} gives
 */
public record SimilarityRules(
    int atLeast, int candidates, Weights weights, Set<String> ignoredWords) {

  /** How much each likeness counts. */
  public record Weights(
      int title, int description, int service, int configurationItem, int category, int customer) {}

  private static final String FILE = "config/similar-incidents.yaml";

  record Entries(
      Integer atLeast, Integer candidates, WeightEntries weights, List<String> ignoredWords) {}

  record WeightEntries(
      Integer title,
      Integer description,
      Integer service,
      Integer configurationItem,
      Integer category,
      Integer customer) {}

  /**
   * @throws ContentException {@code content.missing-value}, {@code incident.similar-out-of-range},
   *     and what {@link YamlFile} finds
   */
  public static SimilarityRules read(ContentSource content) {
    var file = YamlFile.of(content, FILE);
    var entries = file.as(Entries.class);
    if (entries.weights() == null) {
      throw file.fault("content.missing-value", "weights", "the weights are needed here");
    }
    var given = entries.weights();
    var weights =
        new Weights(
            number(file, given.title(), "weights.title", 0, 100),
            number(file, given.description(), "weights.description", 0, 100),
            number(file, given.service(), "weights.service", 0, 100),
            number(file, given.configurationItem(), "weights.configurationItem", 0, 100),
            number(file, given.category(), "weights.category", 0, 100),
            number(file, given.customer(), "weights.customer", 0, 100));
    Set<String> ignored = new HashSet<>();
    file.list(entries.ignoredWords(), "ignoredWords")
        .forEach(word -> ignored.addAll(Words.in(word, Set.of())));
    return new SimilarityRules(
        number(file, entries.atLeast(), "atLeast", 1, 100),
        number(file, entries.candidates(), "candidates", 1, 1_000),
        weights,
        ignored);
  }

  private static int number(YamlFile file, Integer value, String place, int least, int most) {
    if (value == null) {
      throw file.fault("content.missing-value", place, "a number is needed here");
    }
    if (value < least || value > most) {
      throw file.fault(
          "incident.similar-out-of-range", place, "from " + least + " to " + most + " is possible");
    }
    return value;
  }
}
