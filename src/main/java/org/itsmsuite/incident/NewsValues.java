package org.itsmsuite.incident;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.itsmsuite.catalogue.Catalogue;

/** What every message about an incident can name. */
public final class NewsValues {

  private NewsValues() {}

  /** To be added to: the values a template uses, by name. */
  public static Map<String, Object> of(Incident incident, Catalogue catalogue) {
    Map<String, Object> values = new HashMap<>();
    values.put("number", incident.number());
    values.put("title", incident.report().title());
    values.put("service", catalogue.serviceName(incident.report().service()));
    values.put(
        "priority", Objects.requireNonNullElse(incident.assessment().priority(), "not set yet"));
    values.put("status", incident.status().name());
    values.put("group", Objects.requireNonNullElse(incident.assignment().group(), "no group yet"));
    return values;
  }
}
