package org.itsmsuite.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The one clock of the suite: it shows the engine's time, so records, timers and history agree. The
 * engine's time is the computer's, except in tests and in a replay, which alone may set it.
 */
public class EngineClock extends Clock {

  private final ZoneId zone;

  /** In UTC: working time and people's zones are the calendars' matter. */
  public EngineClock() {
    this(ZoneOffset.UTC);
  }

  private EngineClock(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new EngineClock(other);
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(ClockUtil.getCurrentTime().getTime());
  }
}
