package org.itsmsuite.change.schedule.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.itsmsuite.catalogue.VisibleServices;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.schedule.Freeze;
import org.itsmsuite.change.web.ChangeAccess;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forward schedule of change: a month at a time, as a calendar and as a list. */
@Controller
class SchedulePage {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  /** Of a week, Monday first. */
  private static final int DAYS = 7;

  private final ForwardSchedule schedule;
  private final ChangeAccess access;
  private final VisibleServices services;
  private final PageWords words;
  private final Clock time;

  SchedulePage(
      ForwardSchedule schedule,
      ChangeAccess access,
      VisibleServices services,
      PageWords words,
      Clock time) {
    this.schedule = schedule;
    this.access = access;
    this.services = services;
    this.words = words;
    this.time = time;
  }

  record Choice(String id, String name) {}

  /**
   * A change on one day.
   *
   * @param hours from when to when on that day, such as {@code 22:00–24:00}
   */
  record OnDay(
      String number,
      String title,
      String hours,
      boolean approved,
      boolean collides,
      String label) {}

  /** A day of the calendar. */
  record Day(
      int day,
      String name,
      boolean inMonth,
      boolean today,
      List<String> freezes,
      List<OnDay> changes) {}

  record Row(
      String number,
      String title,
      String status,
      String category,
      String services,
      ZonedDateTime from,
      ZonedDateTime to,
      List<String> collidesWith) {}

  record FreezeRow(String id, String name, String scope, ZonedDateTime from, ZonedDateTime to) {}

  /**
   * @param month such as {@code 2026-12}; the present one if it is left out or none
   */
  @GetMapping("/changes/schedule")
  String show(
      @RequestParam(required = false) String month,
      @RequestParam(required = false) String service,
      @RequestParam(required = false) String item,
      Model model) {
    ZoneId zone = words.zone();
    LocalDate today = LocalDate.ofInstant(time.instant(), zone);
    YearMonth shown = month(month, YearMonth.from(today));
    LocalDate first = shown.atDay(1).with(ChronoField.DAY_OF_WEEK, 1);
    LocalDate end = shown.atEndOfMonth().with(ChronoField.DAY_OF_WEEK, DAYS).plusDays(1);
    var query = new ScheduleQuery(null, null, service, item);
    ForwardSchedule.Part part =
        schedule.part(
            query,
            new Window(first.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant()));
    List<List<Day>> weeks = new ArrayList<>();
    for (LocalDate monday = first; monday.isBefore(end); monday = monday.plusWeeks(1)) {
      List<Day> week = new ArrayList<>();
      for (int i = 0; i < DAYS; i++) {
        week.add(day(monday.plusDays(i), shown, today, part));
      }
      weeks.add(week);
    }
    model.addAttribute("month", MONTH.format(shown));
    model.addAttribute("shown", shown.toString());
    model.addAttribute("previous", shown.minusMonths(1).toString());
    model.addAttribute("next", shown.plusMonths(1).toString());
    model.addAttribute("weeks", weeks);
    model.addAttribute("rows", part.changes().stream().map(one -> row(one, part)).toList());
    model.addAttribute("freezes", part.freezes().stream().map(this::row).toList());
    model.addAttribute("total", part.total());
    model.addAttribute("notShown", part.total() - part.changes().size());
    model.addAttribute("service", service);
    model.addAttribute("item", item);
    model.addAttribute(
        "services",
        services.to(access.actor()).stream().map(one -> new Choice(one.id(), one.name())).toList());
    model.addAttribute("internal", access.internal());
    model.addAttribute("zone", zone.getId());
    return "change/schedule";
  }

  private static YearMonth month(String text, YearMonth otherwise) {
    try {
      YearMonth month = text == null ? otherwise : YearMonth.parse(text);
      return month.getYear() < 1971 || month.getYear() > 2199 ? otherwise : month;
    } catch (DateTimeException noMonth) {
      return otherwise;
    }
  }

  private Day day(LocalDate date, YearMonth shown, LocalDate today, ForwardSchedule.Part part) {
    ZoneId zone = words.zone();
    Window day =
        new Window(
            date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
    return new Day(
        date.getDayOfMonth(),
        DAY.format(date),
        YearMonth.from(date).equals(shown),
        date.equals(today),
        part.freezes().stream()
            .filter(one -> one.window().overlaps(day))
            .map(Freeze::name)
            .toList(),
        part.changes().stream()
            .filter(one -> one.window().overlaps(day))
            .map(one -> onDay(one, day, part))
            .toList());
  }

  private OnDay onDay(Change change, Window day, ForwardSchedule.Part part) {
    Window then = change.window().shared(day);
    boolean approved = ForwardSchedule.isApproved(change);
    boolean collides = part.collisions().containsKey(change.number());
    String hours =
        hour(then.from()) + "–" + (then.to().equals(day.to()) ? "24:00" : hour(then.to()));
    return new OnDay(
        change.number(),
        change.title(),
        hours,
        approved,
        collides,
        change.number() + ", " + Labels.of(change.status()) + (collides ? ", collides" : ""));
  }

  private String hour(Instant at) {
    return HOUR.format(at.atZone(words.zone()));
  }

  private Row row(Change one, ForwardSchedule.Part part) {
    return new Row(
        one.number(),
        one.title(),
        Labels.of(one.status()),
        Labels.of(one.category()),
        String.join(", ", one.services().stream().map(words::service).toList()),
        words.time(one.window().from()),
        words.time(one.window().to()),
        part.collisions().getOrDefault(one.number(), List.of()));
  }

  private FreezeRow row(Freeze one) {
    return new FreezeRow(
        one.id().toString(),
        one.name(),
        one.isGlobal()
            ? "Everything"
            : String.join(", ", one.services().stream().map(words::service).toList()),
        words.time(one.window().from()),
        words.time(one.window().to()));
  }
}
