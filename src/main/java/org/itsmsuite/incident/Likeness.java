package org.itsmsuite.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.itsmsuite.incident.SimilarCandidates.Candidate;

/** How alike two incidents are, and by what. */
final class Likeness {

  private final SimilarityRules rules;
  private final Candidate one;
  private final Set<String> title;
  private final Set<String> description;

  Likeness(SimilarityRules rules, Candidate one) {
    this.rules = rules;
    this.one = one;
    this.title = words(one.title());
    this.description = words(one.description());
  }

  private Set<String> words(String text) {
    return Words.in(text, rules.ignoredWords());
  }

  SimilarIncident to(Candidate other) {
    var weights = rules.weights();
    var sum = new Sum();
    sum.text("title", title, words(other.title()), weights.title());
    sum.text("description", description, words(other.description()), weights.description());
    sum.same("service", one.service(), other.service(), weights.service());
    sum.same(
        "configuration item",
        one.configurationItem(),
        other.configurationItem(),
        weights.configurationItem());
    sum.same("category", one.category(), other.category(), weights.category());
    sum.same("customer", one.customer(), other.customer(), weights.customer());
    return new SimilarIncident(
        other.number(),
        other.title(),
        other.status(),
        other.priority(),
        other.group(),
        other.openedAt(),
        sum.percent(),
        sum.because);
  }

  /** A field that is empty on one side counts neither for nor against. */
  private static final class Sum {

    private final List<String> because = new ArrayList<>();
    private double reached;
    private int possible;

    void text(String name, Set<String> mine, Set<String> theirs, int weight) {
      if (weight == 0 || mine.isEmpty() || theirs.isEmpty()) {
        return;
      }
      double share = Words.inCommon(mine, theirs);
      add(weight, share);
      if (share > 0) {
        because.add(name + " " + Math.round(100 * share) + " %");
      }
    }

    void same(String name, String mine, String theirs, int weight) {
      if (weight == 0 || mine == null || theirs == null) {
        return;
      }
      boolean same = Objects.equals(mine, theirs);
      add(weight, same ? 1 : 0);
      if (same) {
        because.add("same " + name);
      }
    }

    private void add(int weight, double share) {
      possible += weight;
      reached += weight * share;
    }

    int percent() {
      return possible == 0 ? 0 : (int) Math.round(100 * reached / possible);
    }
  }
}
