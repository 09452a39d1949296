package org.itsmsuite.incident.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.Mechanism;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/**
 * Makes an incident a duplicate of another in one step, where similar ones are listed; in the list
 * of actions, reclassifying says the same.
 */
@Component
class DuplicateAction implements IncidentAction {

  static final String NAME = "duplicate-of";

  private final Incidents incidents;
  private final IncidentAccess access;

  DuplicateAction(Incidents incidents, IncidentAccess access) {
    this.incidents = incidents;
    this.access = access;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> fields() {
    return Set.of("number", "reason");
  }

  @Override
  public Optional<ActionOffer> offer(Incident incident) {
    return Optional.empty();
  }

  @Override
  public void act(String number, Texts texts, Map<String, String> values) {
    String other = texts.required("number", values.get("number"), 20);
    String reason = texts.requiredLines("reason", values.get("reason"), LinkAction.REASON);
    if (other != null && access.find(other).isEmpty()) {
      texts.wrong("number", "incident.unknown-duplicate", "There is no incident of this number.");
    }
    texts.verify();
    incidents.reclassify(number, Mechanism.DUPLICATE, other, reason);
  }
}
