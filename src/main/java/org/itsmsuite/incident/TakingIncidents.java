package org.itsmsuite.incident;

import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.refusal.Refusal;
import org.springframework.transaction.annotation.Transactional;

/** Takes an incident's open task from a page of ours, as the tasklist's "claim" does. */
@Transactional
public class TakingIncidents {

  private final IncidentStore store;
  private final IncidentFlow flow;
  private final CurrentUser user;

  public TakingIncidents(IncidentStore store, IncidentFlow flow, CurrentUser user) {
    this.store = store;
    this.flow = flow;
    this.user = user;
  }

  /**
   * The person takes it for themselves, which acknowledges it.
   *
   * @throws Refusal {@code incident.unknown}, {@code incident.not-open}, {@code
   *     incident.not-your-group}, {@code incident.already-taken}, {@code incident.no-open-task}
   */
  public void take(String number) {
    Incident incident =
        store
            .lock(number)
            .orElseThrow(
                () -> Refusal.notFound("incident.unknown", "There is no incident " + number + "."));
    incident.requireOpen("Taking it");
    String group = incident.assignment().group();
    if (group == null || !user.actor().isIn(group)) {
      throw Refusal.forbidden(
          "incident.not-your-group",
          number + " is with a group you are not in; hand it over to one of yours first.");
    }
    if (incident.assignment().assignee() != null) {
      throw Refusal.conflict(
          "incident.already-taken",
          number + " is taken by " + incident.assignment().assignee() + " already.");
    }
    if (!flow.take(incident.run(), user.actor().id())) {
      throw Refusal.conflict(
          "incident.no-open-task", number + " has no task now that somebody could take.");
    }
  }
}
