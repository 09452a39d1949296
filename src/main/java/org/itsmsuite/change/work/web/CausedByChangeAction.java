package org.itsmsuite.change.work.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.change.web.ChangeAccess;
import org.itsmsuite.change.work.CausedIncidents;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.web.IncidentAction;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.record.ActionOffer.Field;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/** Staff say that a change has caused an incident (I-09). */
@Component
class CausedByChangeAction implements IncidentAction {

  private final CausedIncidents caused;
  private final ChangeAccess access;

  CausedByChangeAction(CausedIncidents caused, ChangeAccess access) {
    this.caused = caused;
    this.access = access;
  }

  @Override
  public String name() {
    return "caused-by-change";
  }

  @Override
  public Set<String> fields() {
    return Set.of("number", "reason");
  }

  @Override
  public Optional<ActionOffer> offer(Incident incident) {
    return Optional.of(
        new ActionOffer(
            name(),
            "Caused by a change",
            Field.text("number", "Number of the change", true),
            Field.lines("reason", "How that is known", true)));
  }

  @Override
  public void act(String number, Texts texts, Map<String, String> values) {
    String change = texts.required("number", values.get("number"), 32);
    String reason = texts.requiredLines("reason", values.get("reason"), 2_000);
    texts.verify();
    access
        .find(change)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "incident.unknown-change",
                    "number",
                    "There is no such change among those you may see."));
    caused.caused(number, change, reason);
  }
}
