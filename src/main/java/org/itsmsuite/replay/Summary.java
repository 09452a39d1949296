package org.itsmsuite.replay;

import org.itsmsuite.sla.ClockState;

/**
 * What came out in all.
 *
 * @param events rows that were played
 * @param wallSeconds what the playing took, without reading the log once and starting the engine
 * @param priorityAgreement share of incidents whose priority is the recorded one, 0 to 1, among
 *     those for which the log knows impact, urgency and priority; null if there are none
 * @param notComparable incidents that could not be played to their end
 * @param unmapped lines that could not be played
 * @param adjusted rows that were played otherwise than they stand
 */
public record Summary(
    long incidents,
    long events,
    double wallSeconds,
    Double priorityAgreement,
    Promises resolution,
    Promises response,
    long notComparable,
    long unmapped,
    long adjusted) {

  /** How often a promise was kept. */
  public record Promises(long met, long breached) {}

  /** Whether something could not be played. */
  public boolean hasFindings() {
    return notComparable > 0 || unmapped > 0;
  }

  /** Adds up, one incident at a time. */
  static final class Counter {

    private long incidents;
    private long compared;
    private long agreeing;
    private long resolutionMet;
    private long resolutionBreached;
    private long responseMet;
    private long responseBreached;
    private long notComparable;
    private long adjusted;

    void add(PlayedIncident played) {
      incidents++;
      adjusted += played.adjusted().size();
      if (played.notComparable() != null) {
        notComparable++;
        return;
      }
      if (played.isJudged() && played.recordedPriority() != null) {
        compared++;
        agreeing += played.recordedPriority().equals(played.priority()) ? 1 : 0;
      }
      resolutionMet += played.resolution() == ClockState.MET ? 1 : 0;
      resolutionBreached += played.resolution() == ClockState.BREACHED ? 1 : 0;
      responseMet += played.response() == ClockState.MET ? 1 : 0;
      responseBreached += played.response() == ClockState.BREACHED ? 1 : 0;
    }

    Summary summary(long events, double wallSeconds, long unmapped) {
      return new Summary(
          incidents,
          events,
          wallSeconds,
          compared == 0 ? null : (double) agreeing / compared,
          new Promises(resolutionMet, resolutionBreached),
          new Promises(responseMet, responseBreached),
          notComparable,
          unmapped,
          adjusted);
    }
  }
}
