package org.itsmsuite.incident.major.process;

import java.time.Instant;
import org.itsmsuite.engine.TimerDates;
import org.itsmsuite.incident.major.MajorReporting;
import org.springframework.stereotype.Component;

/** When somebody is told next that the report or the review is overdue. */
@Component
public class MajorTimerDates implements TimerDates {

  private static final String END = "/overdue";

  private final MajorReporting reporting;

  public MajorTimerDates(MajorReporting reporting) {
    this.reporting = reporting;
  }

  static String value(String number) {
    return number + END;
  }

  @Override
  public boolean handles(String value) {
    return value.endsWith(END);
  }

  @Override
  public Instant nextAfter(String value, Instant now) {
    return reporting.nextReminder(value.substring(0, value.length() - END.length()), now);
  }
}
