package org.itsmsuite.change.schedule.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Moment;
import org.itsmsuite.change.WindowFinding.Severity;
import org.itsmsuite.change.schedule.WindowRules;
import org.itsmsuite.engine.Decisions;
import org.itsmsuite.engine.release.ModelRelease;
import org.springframework.stereotype.Component;

/**
 * Reads the released table {@code window-finding}: of the bundle that the change runs on, or of the
 * newest one as long as it does not run. Inputs: {@code kind, moment, emergency, risk} ({@code
 * NONE} before it is scored), {@code steps, otherApproved, agreed}.
 */
@Component
public class DmnWindowRules implements WindowRules {

  private static final String BUNDLE = "change";
  private static final String TABLE = "window-finding";
  private static final String NONE = "NONE";

  private final Decisions decisions;
  private final ModelRelease releases;

  public DmnWindowRules(Decisions decisions, ModelRelease releases) {
    this.decisions = decisions;
    this.releases = releases;
  }

  @Override
  public Optional<Severity> severity(Change change, Moment moment, Found found) {
    String bundle =
        change.run() == null ? releases.currentDeployment(BUNDLE) : change.run().bundle();
    List<Map<String, Object>> rules =
        decisions.evaluate(bundle, TABLE, facts(change, moment, found));
    if (rules.size() != 1) {
      throw new IllegalStateException(
          TABLE + " gives " + rules.size() + " rules for " + found + ", not one");
    }
    String severity = (String) rules.get(0).get("severity");
    return NONE.equals(severity) ? Optional.empty() : Optional.of(Severity.valueOf(severity));
  }

  private static Map<String, Object> facts(Change change, Moment moment, Found found) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("kind", found.kind().name());
    facts.put("moment", moment.name());
    facts.put("emergency", change.rfc().emergencyReason() != null);
    facts.put("risk", change.risk() == null ? NONE : change.risk().level().name());
    facts.put("steps", found.steps());
    facts.put("otherApproved", found.otherApproved());
    facts.put("agreed", found.agreed());
    return facts;
  }
}
