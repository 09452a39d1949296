package org.itsmsuite.incident.web;

import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.IncidentSearch;
import org.itsmsuite.incident.IncidentSearch.Scope;
import org.itsmsuite.incident.IncidentSearch.Sort;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.Status;
import org.itsmsuite.web.StartCard;
import org.itsmsuite.web.StartCards;
import org.springframework.stereotype.Component;

/** What the start page says about incidents. */
@Component
class IncidentCards implements StartCards {

  private static final List<Status> OPEN =
      List.of(Status.NEW, Status.ASSIGNED, Status.IN_PROGRESS, Status.WAITING);

  private final Incidents incidents;
  private final IncidentAccess access;

  IncidentCards(Incidents incidents, IncidentAccess access) {
    this.incidents = incidents;
    this.access = access;
  }

  @Override
  public List<StartCard> cards() {
    List<StartCard> cards = new ArrayList<>();
    Actor actor = access.actor();
    if (access.may("incident.report")) {
      cards.add(
          new StartCard(
              "Report an incident",
              "Something does not work, works badly, or soon will not.",
              "/incidents/report",
              null));
      long unanswered = count(List.of(Status.RESOLVED), Scope.ownOf(actor));
      cards.add(
          new StartCard(
              "Does it work again?",
              "Your resolved incidents, until they are closed.",
              "/incidents?status=RESOLVED",
              unanswered));
    }
    if (access.may("engine.rest")) {
      cards.add(
          new StartCard(
              "Tasklist",
              "Tasks of your groups, and your own, due first.",
              "/camunda/app/tasklist/",
              null));
    }
    if (access.may("incident.read")) {
      cards.add(
          new StartCard(
              "Open incidents",
              "All that you may see, due first.",
              "/incidents?status=NEW,ASSIGNED,IN_PROGRESS,WAITING",
              count(OPEN, access.scope())));
    }
    return cards;
  }

  private long count(List<Status> statuses, Scope scope) {
    return incidents
        .search(
            new IncidentSearch(statuses, null, null, false, null, scope, Sort.NUMBER, false, 0, 1))
        .total();
  }
}
