package org.itsmsuite.change.work;

/**
 * How well changes succeed (clause 8.5.1.3), counted over those that ended in a period.
 *
 * @param key of what is counted together, such as {@code NORMAL} or {@code third-level}; null for
 *     changes that have none, and for all
 * @param closed reviewed and closed
 * @param successful of the closed ones
 * @param withIssues of the closed ones: successful, with issues
 * @param unsuccessful of the closed ones
 * @param backedOut of the closed ones: brought back to what was before
 * @param notImplemented ended without having been carried out: rejected, withdrawn, never begun
 * @param caused incidents that all of these have caused
 * @param emergencies of all of these
 */
public record Figures(
    String key,
    long closed,
    long successful,
    long withIssues,
    long unsuccessful,
    long backedOut,
    long notImplemented,
    long caused,
    long emergencies) {

  /** What they are counted together by. */
  public enum By {
    CATEGORY,
    /** The group that carries it out. */
    TEAM,
    /** Each item that is touched: a change of several counts with each. */
    ITEM,
    /** When it ended, in the suite's time zone, as {@code 2026-03}. */
    MONTH
  }

  /** Percent of the judged ones that succeeded, with issues or without; null if none was judged. */
  public Integer successRate() {
    long judged = successful + withIssues + unsuccessful;
    return judged == 0 ? null : (int) Math.round(100.0 * (successful + withIssues) / judged);
  }
}
