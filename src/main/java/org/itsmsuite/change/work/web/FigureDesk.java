package org.itsmsuite.change.work.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.itsmsuite.change.web.ChangeAccess;
import org.itsmsuite.change.work.ChangeFigures;
import org.itsmsuite.change.work.Figures;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Figures about those changes that whoever asks may know of. */
@Component
class FigureDesk {

  private static final int MOST = 100;

  private final ChangeFigures figures;
  private final ChangeAccess access;
  private final ZoneId zone;
  private final Clock time;

  FigureDesk(ChangeFigures figures, ChangeAccess access, PageWords words, Clock time) {
    this.figures = figures;
    this.access = access;
    this.zone = words.zone();
    this.time = time;
  }

  /**
   * What is asked for, as it came.
   *
   * @param by null for {@code category}
   * @param from first day; null for a year before the last
   * @param to last day, inclusive; null for today
   */
  record Query(String by, String from, String to, Integer page, Integer size) {}

  /**
   * What is known.
   *
   * @param from first day
   * @param to last day, inclusive
   * @param lines how many there are on all pages
   */
  record Answer(
      Figures.By by,
      LocalDate from,
      LocalDate to,
      Figures total,
      List<Figures> rows,
      int page,
      int size,
      long lines) {}

  /**
   * @throws Refusal {@code change.figures-not-shown}, {@code change.unknown-grouping}, {@code
   *     request.wrong-value}, {@code change.period-ends-before-it-starts}
   */
  Answer of(Query query) {
    if (!access.seesAll()) {
      throw Refusal.forbidden(
          "change.figures-not-shown", "Figures are for those who may see every change.");
    }
    Figures.By by = by(query.by());
    LocalDate to = date("to", query.to(), LocalDate.ofInstant(time.instant(), zone));
    LocalDate from = date("from", query.from(), to.minusYears(1).plusDays(1));
    if (to.isBefore(from)) {
      throw Refusal.invalid(
          "change.period-ends-before-it-starts", "to", "The last day is not before the first.");
    }
    var asked =
        new ChangeFigures.Asked(
            start(from),
            start(to.plusDays(1)),
            access.known("c.number"),
            access.known("x.incident"));
    int page = query.page() == null ? 0 : Math.max(0, Math.min(query.page(), 10_000));
    int size = query.size() == null ? MOST : Math.max(1, Math.min(query.size(), MOST));
    return new Answer(
        by,
        from,
        to,
        figures.total(asked),
        figures.of(by, asked, page, size),
        page,
        size,
        figures.lines(by, asked));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Figures.By by(String text) {
    if (text == null || text.isBlank()) {
      return Figures.By.CATEGORY;
    }
    try {
      return Figures.By.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException none) {
      throw Refusal.invalid(
          "change.unknown-grouping", "by", "One of category, team, item and month is expected.");
    }
  }

  private static LocalDate date(String field, String text, LocalDate otherwise) {
    try {
      LocalDate day = text == null || text.isBlank() ? otherwise : LocalDate.parse(text.strip());
      if (day.getYear() < 1970 || day.getYear() > 2200) {
        throw new DateTimeException("too far away");
      }
      return day;
    } catch (DateTimeException none) {
      throw Refusal.invalid("request.wrong-value", field, "A day such as 2026-03-02 is expected.");
    }
  }
}
