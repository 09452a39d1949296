package org.itsmsuite.security.web;

import java.util.List;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.record.RecordSummary;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecurityIncidents;
import org.springframework.stereotype.Component;

/** The security incident beside an incident, on that one's page, for those whom it concerns. */
@Component
class BesideIncidentPanel implements RecordPanels {

  private static final int ORDER = 15;

  private final SecurityIncidents incidents;
  private final SecurityAccess access;

  BesideIncidentPanel(SecurityIncidents incidents, SecurityAccess access) {
    this.incidents = incidents;
    this.access = access;
  }

  record Beside(String number, String status) {}

  @Override
  public List<RecordPanel> of(RecordSummary record, boolean internal) {
    if (!record.practice().equals("incident")) {
      return List.of();
    }
    List<Beside> beside =
        access.known(incidents.having(record.number())).stream()
            .map((SecurityIncident one) -> new Beside(one.number(), Words.of(one.status())))
            .toList();
    return beside.isEmpty()
        ? List.of()
        : List.of(new RecordPanel(ORDER, false, "security/beside", beside));
  }
}
