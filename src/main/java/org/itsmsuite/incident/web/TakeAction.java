package org.itsmsuite.incident.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.TakingIncidents;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/** "I do it": takes the open task. */
@Component
class TakeAction implements IncidentAction {

  static final String NAME = "take";

  private final TakingIncidents taking;
  private final CurrentUser user;

  TakeAction(TakingIncidents taking, CurrentUser user) {
    this.taking = taking;
    this.user = user;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> fields() {
    return Set.of();
  }

  @Override
  public Optional<ActionOffer> offer(Incident incident) {
    var assignment = incident.assignment();
    return incident.isOpen()
            && assignment.assignee() == null
            && assignment.group() != null
            && user.actor().isIn(assignment.group())
        ? Optional.of(new ActionOffer(NAME, "Take it"))
        : Optional.empty();
  }

  @Override
  public void act(String number, Texts texts, Map<String, String> values) {
    texts.verify();
    taking.take(number);
  }
}
