package org.itsmsuite.change;

/** The released tables that the practice asks outside of a drawn decision step. */
public interface ChangeRules {

  /**
   * The table {@code change-risk-level}.
   *
   * @param bundle the engine's deployment of the release, as kept on the record
   */
  RiskLevel level(String bundle, int score);
}
