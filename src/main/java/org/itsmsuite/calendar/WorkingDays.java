package org.itsmsuite.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.itsmsuite.refusal.Refusal;

/** Counts dates with hours; what the results mean is told at {@link WorkingTime}. */
final class WorkingDays {

  private final WorkingCalendar calendar;
  private final Horizon horizon;

  WorkingDays(WorkingCalendar calendar, Horizon horizon) {
    this.calendar = calendar;
    this.horizon = horizon;
  }

  Instant add(Instant from, int days, DayTime at) {
    if (days < 1) {
      throw Refusal.invalid(
          "sla.target-not-positive", "target", "A target must be at least one working day.");
    }
    Instant begin = openInstant(from);
    LocalDate date = calendar.dateOf(begin);
    for (int left = days; left > 0; left--) {
      date = nextWorkingDate(date, left);
    }
    List<Interval> open = calendar.openOn(date);
    return at == DayTime.END_OF_DAY
        ? open.get(open.size() - 1).to()
        : sameTime(date, begin.atZone(calendar.zone()).toLocalTime(), open);
  }

  /** The instant itself when open, else the next opening. */
  private Instant openInstant(Instant from) {
    var first = new AtomicReference<Interval>();
    CountedTime.each(
        calendar,
        from,
        horizon.end(),
        List.of(),
        span -> {
          first.set(span);
          return false;
        });
    if (first.get() == null) {
      throw horizon.refusal("an opening");
    }
    return first.get().from();
  }

  private LocalDate nextWorkingDate(LocalDate after, int missing) {
    LocalDate date = after;
    do {
      date = date.plusDays(1);
      if (horizon.isBefore(calendar.at(date, 0))) {
        throw horizon.refusal(missing + " working days");
      }
    } while (calendar.openOn(date).isEmpty());
    return date;
  }

  private Instant sameTime(LocalDate date, LocalTime time, List<Interval> open) {
    Instant wished = calendar.at(date, time.toSecondOfDay()).plusNanos(time.getNano());
    Instant result = open.get(0).from();
    for (Interval span : open) {
      if (!span.from().isAfter(wished)) {
        result = span.to().isBefore(wished) ? span.to() : wished;
      }
    }
    return result;
  }
}
