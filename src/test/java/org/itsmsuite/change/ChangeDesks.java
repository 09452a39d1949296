package org.itsmsuite.change;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.restriction.Restrictions;

/** The practice's services put together by hand. */
public final class ChangeDesks {

  private final Changes changes;
  private final ChangeSteps steps;
  private final ChangeFacts facts;
  private final ChangeTemplates templates;

  /** What the slices beside give; a test may set them anew at any time. */
  public static final class Neighbours {
    public WindowChecks windows = (change, moment) -> WindowVerdict.CLEAR;
    public PriorResults results = items -> new FailureHistory(0, List.of());
    public ApprovalVoid voids = (change, why) -> {};
    public ChangeEndTaker takers = (change, record) -> false;
    public ScheduleTaker schedule = change -> {};
    public ItemFacts items = new SomeItems();
  }

  public ChangeDesks(
      ChangeStore store,
      TemplateStore templateStore,
      Supplier<Duties> duties,
      ChangeRules rules,
      Calendars calendars,
      ChangeFlow flow,
      Catalogue catalogue,
      SupportGroups groups,
      Restrictions restrictions,
      CurrentUser user,
      Ledger ledger,
      Notifications notifications,
      Clock time,
      ChangeSettings settings,
      Neighbours others) {
    WindowChecks windows = (change, moment) -> others.windows.check(change, moment);
    ApprovalVoid voids = (change, why) -> others.voids.voided(change, why);
    var news = new ChangeNews(notifications, catalogue, ZoneId.of("Europe/Amsterdam"));
    templates = new ChangeTemplates(templateStore, catalogue, groups, duties, user, ledger, time);
    var submission = new Submission(catalogue, groups, windows, templates, () -> others.items);
    facts =
        new ChangeFacts(
            windows, items -> others.results.of(items), templates, () -> others.items, settings);
    changes = new Changes(store, flow, submission, voids, restrictions, user, ledger, time, news);
    steps =
        new ChangeSteps(
            store,
            rules,
            submission,
            calendars,
            user,
            ledger,
            time,
            news,
            voids,
            (change, record) -> others.takers.ended(change, record),
            change -> others.schedule.scheduled(change));
  }

  public Changes changes() {
    return changes;
  }

  public ChangeSteps steps() {
    return steps;
  }

  public ChangeTemplates templates() {
    return templates;
  }

  public ChangeFacts facts() {
    return facts;
  }
}
