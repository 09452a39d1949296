package org.itsmsuite.change.process;

import java.util.List;
import java.util.Map;
import org.itsmsuite.change.ChangeRules;
import org.itsmsuite.change.RiskLevel;
import org.itsmsuite.engine.Decisions;
import org.springframework.stereotype.Component;

/** Reads the released table {@code change-risk-level}. */
@Component
public class DmnChangeRules implements ChangeRules {

  private final Decisions decisions;

  public DmnChangeRules(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public RiskLevel level(String bundle, int score) {
    List<Map<String, Object>> rules =
        decisions.evaluate(bundle, "change-risk-level", Map.of("score", score));
    if (rules.size() != 1) {
      throw new IllegalStateException(
          "change-risk-level gives " + rules.size() + " rules for " + score + ", not one");
    }
    return RiskLevel.valueOf((String) rules.get(0).get("level"));
  }
}
