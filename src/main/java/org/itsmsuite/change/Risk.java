package org.itsmsuite.change;

import java.util.List;

/**
 * The risk of a change, with the whole explanation.
 *
 * @param score the sum of the points
 * @param explanation every rule that matched
 * @param tableVersion such as {@code change-risk:3}
 */
public record Risk(RiskLevel level, int score, List<RiskFactor> explanation, String tableVersion) {

  public Risk {
    explanation = List.copyOf(explanation);
  }
}
