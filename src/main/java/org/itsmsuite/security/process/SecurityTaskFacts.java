package org.itsmsuite.security.process;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.engine.TaskFacts;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fills the facts of a security incident into its task forms, for those who may know of it: whom
 * else the engine lets open a task sees an empty form.
 */
@Component
public class SecurityTaskFacts implements TaskFacts {

  private final SecuritySteps steps;
  private final Catalogue catalogue;
  private final Restrictions restrictions;
  private final CurrentUser user;
  private final DateTimeFormatter when;

  public SecurityTaskFacts(
      SecuritySteps steps,
      Catalogue catalogue,
      Restrictions restrictions,
      CurrentUser user,
      @Value("${itsm.time-zone}") ZoneId zone) {
    this.steps = steps;
    this.catalogue = catalogue;
    this.restrictions = restrictions;
    this.user = user;
    this.when =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm '('VV')'", Locale.ROOT).withZone(zone);
  }

  @Override
  public boolean knows(String processKey) {
    return SecurityModel.KEY.equals(processKey);
  }

  @Override
  public Map<String, Object> of(String record, String taskKey) {
    return restrictions.mayKnow(user.actor(), record) ? facts(steps.incident(record)) : Map.of();
  }

  private Map<String, Object> facts(SecurityIncident incident) {
    var report = incident.report();
    var assessment = incident.assessment();
    var threat = assessment.threat();
    Map<String, Object> facts = new HashMap<>();
    facts.put("number", incident.number());
    facts.put("title", report.title());
    facts.put("description", report.description());
    facts.put("serviceName", catalogue.serviceName(report.service()));
    facts.put("reportedAt", when.format(incident.reportedAt()));
    facts.put("priority", assessment.priority());
    facts.put("risk", assessment.risk());
    facts.put("probability", name(threat.probability()));
    facts.put("confidentiality", name(threat.confidentiality()));
    facts.put("integrity", name(threat.integrity()));
    facts.put("accessibility", name(threat.accessibility()));
    facts.put("authenticity", threat.authenticity());
    facts.put("accountability", threat.accountability());
    facts.put("nonRepudiation", threat.nonRepudiation());
    facts.put("reliability", threat.reliability());
    if (assessment.found() != null) {
      facts.put("personalData", threat.personalData() ? "YES" : "NO");
      facts.put("notifyOutside", assessment.notifyOutside() ? "YES" : "NO");
    }
    facts.put("resolution", incident.outcome().resolution());
    facts.put("containedBy", incident.outcome().containedBy());
    facts.put("notification", incident.outcome().notification());
    return facts;
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }
}
