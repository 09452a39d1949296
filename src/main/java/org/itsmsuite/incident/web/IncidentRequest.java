package org.itsmsuite.incident.web;

import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.NewIncident;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.web.Texts;

/**
 * A report as it comes in from the API or the page; texts are trimmed and checked when it is taken
 * over.
 */
record IncidentRequest(
    String title,
    String description,
    String service,
    String configurationItem,
    String kind,
    String impact,
    String urgency,
    String category,
    String channel,
    Boolean security,
    String requester,
    String customer) {

  /**
   * @throws org.itsmsuite.refusal.Refusal that names every field that is not valid
   */
  NewIncident checked(String defaultChannel) {
    var texts = new Texts();
    String checkedChannel = texts.optional("channel", channel, 50);
    var reported =
        new NewIncident(
            texts.required("title", title, 200),
            texts.lines("description", description, 10_000),
            texts.required("service", service, 100),
            texts.optional("configurationItem", configurationItem, 200),
            Choices.of(texts, "kind", IncidentKind.class, kind),
            Choices.of(texts, "impact", Impact.class, impact),
            Choices.of(texts, "urgency", Urgency.class, urgency),
            texts.optional("category", category, 100),
            checkedChannel == null ? defaultChannel : checkedChannel,
            Boolean.TRUE.equals(security),
            texts.optional("requester", requester, 255),
            texts.optional("customer", customer, 100));
    texts.verify();
    return reported;
  }
}
