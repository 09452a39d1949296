package org.itsmsuite.change.work.process;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.itsmsuite.calendar.ConfiguredCalendars;
import org.itsmsuite.calendar.InMemoryCalendarVersions;
import org.itsmsuite.change.WindowAgreements;
import org.itsmsuite.change.process.ChangeDesk;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.change.work.DeployedItems;
import org.itsmsuite.change.work.ReviewDuty;
import org.itsmsuite.change.work.WorkFacts;
import org.itsmsuite.change.work.store.InMemoryCausedStore;
import org.itsmsuite.change.work.store.InMemoryPlanStore;
import org.itsmsuite.change.work.store.InMemoryWorkStore;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.engine.EngineClock;

/** The beans of the work on changes, for a desk in memory. */
public final class WorkBeans {

  private WorkBeans() {}

  public static ChangeWork published(
      ChangeDesk desk, InMemoryWorkStore notes, WindowAgreements agreements) {
    return published(
        desk, notes, new InMemoryPlanStore(), new InMemoryCausedStore(), change -> {}, agreements);
  }

  static ChangeWork published(
      ChangeDesk desk,
      InMemoryWorkStore notes,
      InMemoryPlanStore plans,
      InMemoryCausedStore caused,
      DeployedItems deployed,
      WindowAgreements agreements) {
    var time = new EngineClock();
    var work =
        new ChangeWork(
            desk.steps,
            notes,
            plans,
            deployed,
            (change, moment) -> desk.others.windows.check(change, moment),
            agreements,
            new ConfiguredCalendars(
                new FolderContent(Path.of("")), new InMemoryCalendarVersions(), time),
            desk::actor,
            desk.ledger,
            time);
    desk.holders.add(new ReviewDuty(notes));
    desk.moreFacts.add(new WorkFacts(work, caused, desk.restrictions, desk::actor));
    desk.beans.publish("changeWork", new ChangeWorkBean(desk.steps, work));
    for (Object bean :
        List.of(
            new ScheduleChangeDelegate(work),
            new BeginChangeDelegate(work),
            new LeaveUnbegunDelegate(work),
            new KeepSuccessDelegate(work),
            new KeepFailureDelegate(work),
            new KeepWorkListener(work),
            new CarryOutStepListener(work, ZoneId.of("Europe/Amsterdam")),
            new AcceptChangeListener(work),
            new SettleWindowListener(work, ZoneId.of("Europe/Amsterdam")),
            new PlanReviewListener(work),
            new ReviewChangeListener(work))) {
      String name = bean.getClass().getSimpleName();
      desk.beans.publish(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), bean);
    }
    return work;
  }
}
