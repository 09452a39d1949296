package org.itsmsuite.security;

import java.time.Clock;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.deputy.StandIns;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.restriction.Restrictions;

/** The practice's services put together by hand. */
public final class SecurityDesks {

  private final SecurityIncidents incidents;
  private final SecurityCircle circle;
  private final SecurityDeadlines deadlines;
  private final SecuritySteps steps;

  public SecurityDesks(
      SecurityStore store,
      DeadlineStore deadlineStore,
      SecurityRules rules,
      Calendars calendars,
      SecurityFlow flow,
      Restrictions restrictions,
      Access access,
      People people,
      SupportGroups groups,
      Catalogue catalogue,
      CurrentUser user,
      Ledger ledger,
      Notifications notifications,
      Clock time,
      SecurityMessageTaker takers) {
    var news = new SecurityNews(notifications, groups, restrictions, StandIns.EVERYBODY_PRESENT);
    deadlines = new SecurityDeadlines(deadlineStore, rules, calendars, news, ledger, time);
    steps =
        new SecuritySteps(
            store, deadlines, restrictions, access, people, user, ledger, time, news, takers);
    circle =
        new SecurityCircle(store, flow, restrictions, people, ledger, news, restrictions::lift);
    incidents =
        new SecurityIncidents(store, flow, restrictions, catalogue, user, ledger, time, news);
  }

  public SecurityIncidents incidents() {
    return incidents;
  }

  public SecurityCircle circle() {
    return circle;
  }

  public SecurityDeadlines deadlines() {
    return deadlines;
  }

  public SecuritySteps steps() {
    return steps;
  }
}
