package org.itsmsuite.change.schedule;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.itsmsuite.calendar.ConfiguredCalendars;
import org.itsmsuite.calendar.InMemoryCalendarVersions;
import org.itsmsuite.catalogue.ConfiguredCatalogue;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeStore;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.process.ChangeDesk;
import org.itsmsuite.change.schedule.process.ChangeScheduleBean;
import org.itsmsuite.change.schedule.process.DmnWindowRules;
import org.itsmsuite.change.schedule.process.GiveLeaveListener;
import org.itsmsuite.change.schedule.store.InMemoryScheduleStore;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.engine.EngineClock;
import org.itsmsuite.engine.decision.EngineDecisions;
import org.itsmsuite.identity.ConfiguredSupportGroups;

/** The schedule of a desk in memory, with the released table and items of its own. */
public final class ScheduleDesk {

  public final KnownItems items = new KnownItems();
  public final InMemoryScheduleStore store = new InMemoryScheduleStore();
  public final ScheduleChecks checks;
  public final Agreements agreements;
  public final Freezes freezes;
  private final Schedule schedule;
  private final ChangeDesk desk;

  public ScheduleDesk(ChangeDesk desk) {
    this(desk, desk.store);
  }

  /**
   * @param changes such as those of one story only
   */
  public ScheduleDesk(ChangeDesk desk, ChangeStore changes) {
    this.desk = desk;
    var content = new FolderContent(Path.of(""));
    var time = new EngineClock();
    var words = new ScheduleWords(ZoneId.of("Europe/Amsterdam"));
    var settings =
        new ScheduleSettings(
            Duration.ofDays(92),
            Duration.ofDays(35),
            List.of(
                new ScheduleSettings.Maintenance(
                    "maintenance-nights", List.of(), List.of("database"))));
    WindowRules rules = new DmnWindowRules(new EngineDecisions(desk.engine), desk.released);
    checks =
        new ScheduleChecks(
            changes,
            store,
            store,
            rules,
            new MaintenanceWindows(
                settings.maintenance(),
                new ConfiguredCalendars(content, new InMemoryCalendarVersions(), time)),
            () -> items,
            desk.restrictions,
            words);
    agreements =
        new Agreements(checks, rules, store, desk.restrictions, desk::actor, desk.ledger, time);
    var news = new ScheduleNews(desk.notifications, desk.restrictions, words);
    schedule = new Schedule(checks, news);
    freezes =
        new Freezes(
            store,
            store,
            changes,
            () -> items,
            new ConfiguredCatalogue(content, new ConfiguredSupportGroups(content)),
            settings,
            desk.restrictions,
            news,
            desk::actor,
            desk.ledger,
            time);
  }

  /** What the model asks of the schedule; nothing else of it takes part. */
  public ScheduleDesk publishBeans() {
    desk.beans.publish("changeSchedule", new ChangeScheduleBean(desk.steps, agreements));
    desk.beans.publish("giveLeaveListener", new GiveLeaveListener(desk.steps, agreements));
    return this;
  }

  /** The desk's changes are looked over by it, and it hears of those that get their place. */
  public ScheduleDesk takesPart() {
    desk.others.windows = checks;
    desk.others.schedule = schedule;
    desk.others.items = items;
    return publishBeans();
  }

  /** Announces one. */
  public Freeze freeze(String from, String to, String... services) {
    return freezes.announce(
        new Freezes.NewFreeze(
            "Year end",
            "The books are closed",
            Instant.parse(from),
            Instant.parse(to),
            List.of(services),
            services.length == 0));
  }

  public static Window window(String from, String to) {
    return new Window(Instant.parse(from), Instant.parse(to));
  }

  public Change change(String number) {
    return desk.change(number);
  }
}
