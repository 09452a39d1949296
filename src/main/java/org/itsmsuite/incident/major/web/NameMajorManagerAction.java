package org.itsmsuite.incident.major.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.major.Majors;
import org.itsmsuite.incident.web.IncidentAction;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.record.ActionOffer.Field;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/** Another person is in charge from now on. */
@Component
class NameMajorManagerAction implements IncidentAction {

  private final Majors majors;
  private final GoingMajors going;

  NameMajorManagerAction(Majors majors, GoingMajors going) {
    this.majors = majors;
    this.going = going;
  }

  @Override
  public String name() {
    return "name-major-manager";
  }

  @Override
  public Set<String> fields() {
    return Set.of("account");
  }

  @Override
  public Optional<ActionOffer> offer(Incident incident) {
    return going
        .of(incident)
        .filter(major -> major.lead().manager() != null)
        .map(
            major ->
                new ActionOffer(
                    name(),
                    "Name another manager",
                    Field.text("account", "Account of an incident manager", true)));
  }

  @Override
  public void act(String number, Texts texts, Map<String, String> values) {
    String account = texts.required("account", values.get("account"), 255);
    texts.verify();
    majors.nameManager(number, account);
  }
}
