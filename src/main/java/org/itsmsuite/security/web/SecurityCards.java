package org.itsmsuite.security.web;

import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.security.SecurityIncidents;
import org.itsmsuite.security.SecuritySearch;
import org.itsmsuite.security.SecurityStatus;
import org.itsmsuite.web.StartCard;
import org.itsmsuite.web.StartCards;
import org.springframework.stereotype.Component;

/** What the start page says about security incidents. */
@Component
class SecurityCards implements StartCards {

  private final SecurityIncidents incidents;
  private final SecurityAccess access;

  SecurityCards(SecurityIncidents incidents, SecurityAccess access) {
    this.incidents = incidents;
    this.access = access;
  }

  @Override
  public List<StartCard> cards() {
    List<StartCard> cards = new ArrayList<>();
    if (access.may("security.report")) {
      cards.add(
          new StartCard(
              "Raise a security incident",
              "Without an incident beside it; only the security team knows of it.",
              "/security-incidents/raise",
              null));
    }
    if (access.may("security.read")) {
      var open =
          new SecuritySearch(
              List.of(SecurityStatus.NEW, SecurityStatus.IN_PROGRESS, SecurityStatus.RESOLVED),
              access.known("s.number"),
              0,
              1);
      cards.add(
          new StartCard(
              "Open security incidents",
              "Those that are not reviewed and closed.",
              "/security-incidents?status=NEW,IN_PROGRESS,RESOLVED",
              incidents.search(open).total()));
    }
    return cards;
  }
}
