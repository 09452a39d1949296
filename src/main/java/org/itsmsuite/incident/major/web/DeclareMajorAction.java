package org.itsmsuite.incident.major.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.major.Majors;
import org.itsmsuite.incident.web.IncidentAction;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/** An incident manager declares an incident major, whatever the criteria say. */
@Component
class DeclareMajorAction implements IncidentAction {

  private final Majors majors;
  private final GoingMajors going;

  DeclareMajorAction(Majors majors, GoingMajors going) {
    this.majors = majors;
    this.going = going;
  }

  @Override
  public String name() {
    return "declare-major";
  }

  @Override
  public Set<String> fields() {
    return Set.of("reason");
  }

  @Override
  public Optional<ActionOffer> offer(Incident incident) {
    return incident.isOpen() && going.of(incident).isEmpty()
        ? Optional.of(new ActionOffer(name(), "Declare a major incident", ActionOffer.reason()))
        : Optional.empty();
  }

  @Override
  public void act(String number, Texts texts, Map<String, String> values) {
    String reason = texts.requiredLines("reason", values.get("reason"), 2_000);
    texts.verify();
    majors.declare(number, reason);
  }
}
