package org.itsmsuite.security.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.security.Finding;
import org.itsmsuite.security.SecurityDeadlines;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecurityIncidents;
import org.itsmsuite.security.web.SecurityBody.LinkBody;
import org.springframework.stereotype.Component;

/** Puts together what a person sees of a security incident they may know of. */
@Component
class SecurityBodies {

  private final SecurityIncidents incidents;
  private final SecurityDeadlines deadlines;
  private final SecurityAccess access;
  private final Clock time;

  SecurityBodies(
      SecurityIncidents incidents, SecurityDeadlines deadlines, SecurityAccess access, Clock time) {
    this.incidents = incidents;
    this.deadlines = deadlines;
    this.access = access;
    this.time = time;
  }

  SecurityBody of(SecurityIncident incident) {
    return access.internal()
        ? SecurityBody.inside(
            incident,
            deadlines(incident.number()),
            links(incident),
            List.copyOf(access.concerned(incident.number())))
        : SecurityBody.outside(incident);
  }

  List<DeadlineBody> deadlines(String number) {
    return deadlines.of(number).stream().map(one -> DeadlineBody.of(one, time.instant())).toList();
  }

  /** Those whose other end the person may know of. */
  List<LinkBody> links(SecurityIncident incident) {
    List<LinkBody> links = new ArrayList<>();
    for (String record : access.knownNumbers(incidents.events(incident.number()))) {
      links.add(new LinkBody(record.startsWith("SEC-") ? "GROUPS" : "SERVICE_EFFECT", record));
    }
    var assessment = incident.assessment();
    if (assessment.finding() == Finding.SAME_AS_ANOTHER
        && !access.knownNumbers(List.of(assessment.sameAs())).isEmpty()) {
      links.add(new LinkBody("GROUPED_UNDER", assessment.sameAs()));
    }
    return links;
  }
}
