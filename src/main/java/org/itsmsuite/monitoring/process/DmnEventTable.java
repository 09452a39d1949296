package org.itsmsuite.monitoring.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.itsmsuite.engine.Decisions;
import org.itsmsuite.engine.release.ModelRelease;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.monitoring.EventAction;
import org.itsmsuite.monitoring.EventRule;
import org.itsmsuite.monitoring.EventTable;
import org.itsmsuite.monitoring.MonitoringEvent;
import org.springframework.stereotype.Component;

/**
 * Reads the released table {@code monitoring-event} of the newest {@code incident} bundle. A row
 * may look at the severity, in capitals, and at everything else that an event says.
 */
@Component
class DmnEventTable implements EventTable {

  private static final String BUNDLE = "incident";
  private static final String TABLE = "monitoring-event";

  /** A release made on another node counts here after this time; asking each time costs more. */
  private static final Duration RELEASE_KNOWN_FOR = Duration.ofSeconds(5);

  private record Release(String deployment, Instant asked) {

    // Times before it was asked mean that a test or an operator has set the clock back.
    boolean isKnownAt(Instant now) {
      return !now.isBefore(asked) && now.isBefore(asked.plus(RELEASE_KNOWN_FOR));
    }
  }

  private final Decisions decisions;
  private final ModelRelease releases;
  private final Clock time;
  private volatile Release newest;

  DmnEventTable(Decisions decisions, ModelRelease releases, Clock time) {
    this.decisions = decisions;
    this.releases = releases;
    this.time = time;
  }

  @Override
  public EventRule rule(MonitoringEvent event) {
    List<Map<String, Object>> rows = decisions.evaluate(newest(), TABLE, facts(event));
    if (rows.size() != 1) {
      throw new IllegalStateException(
          TABLE + " gives " + rows.size() + " rules for " + event.severity() + ", not one");
    }
    return rule(rows.get(0));
  }

  private String newest() {
    Instant now = time.instant();
    Release known = newest;
    if (known == null || !known.isKnownAt(now)) {
      known = new Release(releases.currentDeployment(BUNDLE), now);
      newest = known;
    }
    return known.deployment();
  }

  private static Map<String, Object> facts(MonitoringEvent event) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("severity", event.severity().toUpperCase(Locale.ROOT));
    facts.put("source", event.source());
    facts.put("service", event.service());
    facts.put("configurationItem", event.configurationItem());
    facts.put("title", event.title());
    return facts;
  }

  private static EventRule rule(Map<String, Object> row) {
    var action = EventAction.valueOf((String) row.get("action"));
    if (action != EventAction.RAISE) {
      return new EventRule(action, null, null, null, null);
    }
    return new EventRule(
        action,
        IncidentKind.valueOf((String) row.get("kind")),
        Impact.valueOf((String) row.get("impact")),
        Urgency.valueOf((String) row.get("urgency")),
        Duration.parse((String) row.get("graceAfterEnd")));
  }
}
