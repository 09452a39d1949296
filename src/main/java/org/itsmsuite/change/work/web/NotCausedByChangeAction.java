package org.itsmsuite.change.work.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.change.web.ChangeAccess;
import org.itsmsuite.change.work.CausedIncidents;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.web.IncidentAction;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.record.ActionOffer.Field;
import org.itsmsuite.record.ActionOffer.Option;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/** Staff take back that a change has caused an incident. */
@Component
class NotCausedByChangeAction implements IncidentAction {

  private final CausedIncidents caused;
  private final ChangeAccess access;

  NotCausedByChangeAction(CausedIncidents caused, ChangeAccess access) {
    this.caused = caused;
    this.access = access;
  }

  @Override
  public String name() {
    return "not-caused-by-change";
  }

  @Override
  public Set<String> fields() {
    return Set.of("number", "reason");
  }

  @Override
  public Optional<ActionOffer> offer(Incident incident) {
    List<String> known = access.knownNumbers(caused.changes(incident.number()));
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ActionOffer(
                name(),
                "Not caused by that change",
                Field.select(
                    "number",
                    "Change",
                    true,
                    known.stream().map(one -> new Option(one, one)).toList()),
                Field.lines("reason", "Why", true)));
  }

  @Override
  public void act(String number, Texts texts, Map<String, String> values) {
    String change = texts.required("number", values.get("number"), 32);
    String reason = texts.requiredLines("reason", values.get("reason"), 2_000);
    texts.verify();
    access.find(change).orElseThrow(() -> CausedIncidents.notKnown(number, change));
    caused.notCaused(number, change, reason);
  }
}
