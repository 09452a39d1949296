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

/** An incident manager says that it is no major incident after all. */
@Component
class WithdrawMajorAction implements IncidentAction {

  private final Majors majors;
  private final GoingMajors going;

  WithdrawMajorAction(Majors majors, GoingMajors going) {
    this.majors = majors;
    this.going = going;
  }

  @Override
  public String name() {
    return "withdraw-major";
  }

  @Override
  public Set<String> fields() {
    return Set.of("reason");
  }

  @Override
  public Optional<ActionOffer> offer(Incident incident) {
    return going
        .led(incident)
        .map(
            major ->
                new ActionOffer(name(), "Not a major incident: withdraw", ActionOffer.reason()));
  }

  @Override
  public void act(String number, Texts texts, Map<String, String> values) {
    String reason = texts.requiredLines("reason", values.get("reason"), 2_000);
    texts.verify();
    majors.withdraw(number, reason);
  }
}
