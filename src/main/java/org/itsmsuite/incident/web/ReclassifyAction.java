package org.itsmsuite.incident.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.Mechanism;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.record.ActionOffer.Field;
import org.itsmsuite.record.ActionOffer.Option;
import org.itsmsuite.record.Labels;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/** Handles a record as something else: a request, a duplicate, a security matter, or back. */
@Component
class ReclassifyAction implements IncidentAction {

  private static final int REASON = 2_000;

  private final Incidents incidents;
  private final IncidentAccess access;
  private final Answers answers;

  ReclassifyAction(Incidents incidents, IncidentAccess access, Answers answers) {
    this.incidents = incidents;
    this.access = access;
    this.answers = answers;
  }

  @Override
  public String name() {
    return "reclassify";
  }

  @Override
  public Set<String> fields() {
    return Set.of("mechanism", "number", "reason");
  }

  @Override
  public Optional<ActionOffer> offer(Incident incident) {
    List<Option> others =
        Arrays.stream(Mechanism.values())
            .filter(one -> isPossible(incident, one))
            .map(one -> new Option(one.name(), Labels.of(one)))
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ActionOffer(
                name(),
                "Reclassify",
                Field.select("mechanism", "It is", true, others),
                Field.text("number", "Duplicate of (number)", false),
                ActionOffer.reason()));
  }

  private boolean isPossible(Incident incident, Mechanism as) {
    var assessment = incident.assessment();
    if (as == Mechanism.SECURITY_INCIDENT) {
      return !assessment.security();
    }
    return switch (incident.status()) {
      case NEW, ASSIGNED, IN_PROGRESS, WAITING ->
          as != assessment.mechanism() && as != Mechanism.INCIDENT;
      case CLOSED ->
          as == Mechanism.INCIDENT
              && assessment.mechanism() != as
              && answers.isReopenable(incident);
      default -> false;
    };
  }

  @Override
  public void act(String number, Texts texts, Map<String, String> values) {
    Mechanism as = Choices.of(texts, "mechanism", Mechanism.class, values.get("mechanism"));
    String other =
        as == Mechanism.DUPLICATE
            ? texts.required("number", values.get("number"), 20)
            : texts.optional("number", values.get("number"), 20);
    String reason = texts.requiredLines("reason", values.get("reason"), REASON);
    if (as != Mechanism.DUPLICATE && other != null) {
      texts.wrong("number", "request.unexpected", "Only a duplicate names another record.");
    }
    if (as == Mechanism.DUPLICATE && other != null && access.find(other).isEmpty()) {
      texts.wrong("number", "incident.unknown-duplicate", "There is no incident of this number.");
    }
    texts.verify();
    incidents.reclassify(number, as, other, reason);
  }
}
