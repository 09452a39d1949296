package org.itsmsuite.sla;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point on a clock's working timeline at which something happens, as the {@code escalation} table
 * writes it: {@code 75%} of the allowed time, {@code PT4H} of working time after the breach, {@code
 * R3/PT4H} every four hours after it, three times at most, {@code R/PT8H} without end.
 *
 * @param percent of the allowed time; 100 for those after the breach
 * @param after working time after the breach; zero for those before
 * @param times how often; 0 means without end
 */
public record Milestone(int percent, Duration after, int times) {

  /** The breach itself: every clock has it, whatever the table says. */
  public static final Milestone BREACH = new Milestone(100, Duration.ZERO, 1);

  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})\\s*%");
  private static final Pattern REPEATED = Pattern.compile("R(\\d*)/(PT.+)");

  /**
   * @throws IllegalArgumentException with a sentence that names the text and what would be right
   */
  public static Milestone parse(String text) {
    String at = text.strip().toUpperCase(Locale.ROOT);
    Matcher percent = PERCENT.matcher(at);
    if (percent.matches() && percentOf(percent) >= 1 && percentOf(percent) <= 100) {
      return new Milestone(percentOf(percent), Duration.ZERO, 1);
    }
    Matcher repeated = REPEATED.matcher(at);
    if (repeated.matches()) {
      return new Milestone(
          100,
          positive(repeated.group(2), text),
          repeated.group(1).isEmpty() ? 0 : Integer.parseInt(repeated.group(1)));
    }
    if (at.startsWith("PT")) {
      return new Milestone(100, positive(at, text), 1);
    }
    throw new IllegalArgumentException(
        "A milestone is a percentage such as 75%, working time after the breach such as PT4H, or repeated such as R3/PT4H; not: "
            + text);
  }

  private static int percentOf(Matcher matcher) {
    return Integer.parseInt(matcher.group(1));
  }

  private static Duration positive(String iso, String text) {
    Duration duration = Duration.parse(iso);
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("Time after the breach must be positive: " + text);
    }
    return duration;
  }

  public boolean isBreach() {
    return percent == 100 && after.isZero();
  }

  /** Working time from the clock's start to the n-th occurrence, n from 1. */
  public Duration offset(Duration allowed, int n) {
    return after.isZero()
        ? allowed.multipliedBy(percent).dividedBy(100)
        : allowed.plus(after.multipliedBy(n));
  }

  /** Its name in records: {@code 75%}, {@code +PT4H}, {@code +PT4H#3}. */
  public String name(int n) {
    if (after.isZero()) {
      return percent + "%";
    }
    return "+" + after + (times == 1 ? "" : "#" + n);
  }
}
