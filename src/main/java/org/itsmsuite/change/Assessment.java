package org.itsmsuite.change;

import java.time.Instant;
import java.util.Map;

/**
 * One of the views on a change that the table {@code change-assessments} asks for.
 *
 * @param round from 1; a change that is assessed again gets the next one
 * @param kind such as {@code RISK} or {@code COST}, as the table names it
 * @param group the support group or role asked
 * @param dueAt until when; null if the table gives no time
 * @param needed false if the assessor says, with a reason, that there is nothing to assess; null
 *     until somebody has answered
 * @param impact {@code NONE}, {@code LOW}, {@code MEDIUM} or {@code HIGH}; null until then
 * @param text what was found, or why nothing had to be
 * @param answers to the questions of this kind, by question; empty where there are none
 * @param assessor account; null until then
 */
public record Assessment(
    int round,
    String kind,
    String group,
    Instant dueAt,
    Boolean needed,
    String impact,
    String text,
    Map<String, String> answers,
    String assessor,
    Instant assessedAt) {

  public Assessment {
    answers = Map.copyOf(answers);
  }

  static Assessment asked(int round, String kind, String group, Instant dueAt) {
    return new Assessment(round, kind, group, dueAt, null, null, null, Map.of(), null, null);
  }

  public boolean isDone() {
    return needed != null;
  }

  Assessment answered(
      boolean isNeeded,
      String found,
      String why,
      Map<String, String> given,
      String by,
      Instant at) {
    return new Assessment(round, kind, group, dueAt, isNeeded, found, why, given, by, at);
  }
}
