package org.itsmsuite.calendar;

import java.time.Clock;
import org.itsmsuite.content.ContentSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CalendarConfiguration {

  @Bean
  Calendars calendars(ContentSource content, CalendarVersionStore store, Clock clock) {
    return new ConfiguredCalendars(content, store, clock);
  }
}
