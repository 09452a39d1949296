package org.itsmsuite.incident.process;

import java.util.HashMap;
import java.util.Map;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.engine.TaskFacts;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentSteps;
import org.itsmsuite.incident.SimilarIncidents;
import org.springframework.stereotype.Component;

/** Fills the incident's facts into its task forms. */
@Component
public class IncidentTaskFacts implements TaskFacts {

  private final IncidentSteps steps;
  private final Catalogue catalogue;
  private final SimilarIncidents similar;

  public IncidentTaskFacts(IncidentSteps steps, Catalogue catalogue, SimilarIncidents similar) {
    this.steps = steps;
    this.catalogue = catalogue;
    this.similar = similar;
  }

  @Override
  public boolean knows(String processKey) {
    return IncidentTriageModel.KEY.equals(processKey);
  }

  @Override
  public Map<String, Object> of(String record, String taskKey) {
    Incident incident = steps.incident(record);
    var assessment = incident.assessment();
    Map<String, Object> facts = new HashMap<>();
    facts.put("number", incident.number());
    facts.put("title", incident.report().title());
    facts.put("description", incident.report().description());
    facts.put("requester", incident.report().requester());
    facts.put("serviceName", catalogue.serviceName(incident.report().service()));
    facts.put("priority", assessment.priority());
    facts.put("mechanism", assessment.mechanism() == null ? null : assessment.mechanism().name());
    facts.put("category", assessment.category());
    facts.put("impact", assessment.impact().name());
    facts.put("urgency", assessment.urgency().name());
    facts.put("resolution", incident.outcome().resolution());
    if (taskKey.equals(IncidentTriageModel.TRIAGE_TASK)) {
      facts.put("similarIncidents", new SimilarChoices(similar, incident));
    }
    return facts;
  }
}
