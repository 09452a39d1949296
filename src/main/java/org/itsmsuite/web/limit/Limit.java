package org.itsmsuite.web.limit;

import java.time.Duration;

/**
 * So many at once, and as many again over a time, evenly: 5 in {@code PT1M} gives one back every 12
 * seconds.
 *
 * @param times at least 1
 * @param within longer than nothing
 */
public record Limit(long times, Duration within) {

  public Limit {
    if (times < 1 || within == null || within.isNegative() || within.isZero()) {
      throw new IllegalArgumentException(
          "itsm.limits: times must be 1 or more and within a time such as PT1M, not "
              + times
              + " within "
              + within);
    }
  }
}
