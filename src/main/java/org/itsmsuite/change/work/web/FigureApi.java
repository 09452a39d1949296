package org.itsmsuite.change.work.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.itsmsuite.change.work.Figures;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How well changes succeed, for programs. */
@RestController
@RequestMapping("/api/changes/figures")
class FigureApi {

  private final FigureDesk desk;

  FigureApi(FigureDesk desk) {
    this.desk = desk;
  }

  /**
   * One line.
   *
   * @param key null for changes that have none, and in the total
   * @param successRate percent; null if none was judged
   */
  record Line(
      String key,
      long closed,
      long successful,
      long withIssues,
      long unsuccessful,
      long backedOut,
      long notImplemented,
      long causedIncidents,
      long emergencies,
      Integer successRate) {

    static Line of(Figures one) {
      return new Line(
          one.key(),
          one.closed(),
          one.successful(),
          one.withIssues(),
          one.unsuccessful(),
          one.backedOut(),
          one.notImplemented(),
          one.caused(),
          one.emergencies(),
          one.successRate());
    }
  }

  /** Which lines these are. */
  record Page(int number, int size, long totalElements) {}

  /**
   * The figures.
   *
   * @param to the last day, inclusive
   */
  record Body(String by, LocalDate from, LocalDate to, Line total, List<Line> content, Page page) {}

  /** By {@code category}, {@code team}, {@code item} or {@code month}. */
  @GetMapping
  Body figures(FigureDesk.Query query) {
    FigureDesk.Answer answer = desk.of(query);
    return new Body(
        answer.by().name().toLowerCase(Locale.ROOT),
        answer.from(),
        answer.to(),
        Line.of(answer.total()),
        answer.rows().stream().map(Line::of).toList(),
        new Page(answer.page(), answer.size(), answer.lines()));
  }
}
