package org.itsmsuite.incident.major;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.calendar.WorkingSpan;

/** When report and review are due, and when somebody is told that they are overdue. */
public class MajorDeadlines {

  /** Where a timer rests that has nothing to wait for. */
  static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final Calendars calendars;
  private final MajorRules rules;

  public MajorDeadlines(Calendars calendars, MajorRules rules) {
    this.calendars = calendars;
    this.rules = rules;
  }

  /** Somebody is to be told then. */
  record Reminder(Instant at, String role) {}

  Instant reportDue(MajorIncident major, Instant ended) {
    return after(major, major.terms().reportWithin(), ended);
  }

  Instant reviewDue(MajorIncident major, Instant reported) {
    return after(major, major.terms().reviewWithin(), reported);
  }

  private Instant after(MajorIncident major, WorkingSpan span, Instant from) {
    return span.after(calendars.current(major.terms().calendar()).calendar(), from);
  }

  static Optional<Awaited> awaited(MajorIncident major) {
    return switch (major.stage()) {
      case ENDED -> Optional.of(Awaited.REPORT);
      case REPORTED -> Optional.of(Awaited.REVIEW);
      default -> Optional.empty();
    };
  }

  /** Reminders of what is awaited that nobody has been given yet, earliest first. */
  List<Reminder> open(MajorIncident major, String bundle) {
    return awaited(major)
        .map(
            what ->
                rules.overdue(bundle, what).stream()
                    .map(rule -> new Reminder(at(major, what, rule), rule.role()))
                    .sorted(Comparator.comparing(Reminder::at).thenComparing(Reminder::role))
                    .skip(major.aftermath().reminders())
                    .toList())
        .orElse(List.of());
  }

  private Instant at(MajorIncident major, Awaited what, OverdueRule rule) {
    Instant due = major.aftermath().dueOf(what);
    return rule.after() == null ? due : after(major, rule.after(), due);
  }

  /** When the next reminder is due, strictly later than {@code now}; far away if none is. */
  Instant next(MajorIncident major, String bundle, Instant now) {
    return open(major, bundle).stream()
        .map(Reminder::at)
        .filter(at -> at.isAfter(now))
        .findFirst()
        .orElse(NEVER);
  }
}
