package org.itsmsuite.sla;

import java.time.Clock;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.ledger.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Puts the clocks together. The engine's side is lazy: its timers ask the clocks, and the clocks
 * move its timers.
 */
@Configuration(proxyBeanMethods = false)
class SlaConfiguration {

  @Bean
  Clocks clocks(
      ClockStore store,
      @Lazy TargetTable targets,
      Coverage coverage,
      Calendars calendars,
      @Lazy Milestones milestones,
      @Lazy ClockTimers timers,
      Ledger ledger,
      Clock time) {
    return new Clocks(store, targets, coverage, calendars, milestones, timers, ledger, time);
  }
}
