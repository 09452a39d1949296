package org.itsmsuite.incident.major.process;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.engine.Decisions;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.major.Awaited;
import org.itsmsuite.incident.major.Criteria;
import org.itsmsuite.incident.major.MajorRules;
import org.itsmsuite.incident.major.MajorTerms;
import org.itsmsuite.incident.major.OverdueRule;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Reads the released tables {@code major-incident-criteria} and {@code major-incident-overdue}. */
@Component
public class DmnMajorRules implements MajorRules {

  static final String CRITERIA = "major-incident-criteria";
  private static final String OVERDUE = "major-incident-overdue";

  private final Decisions decisions;

  public DmnMajorRules(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Criteria criteria(Incident incident) {
    List<Map<String, Object>> rules =
        decisions.evaluate(incident.run().bundle(), CRITERIA, facts(incident));
    if (rules.size() != 1) {
      throw Refusal.conflict(
          "incident.no-rule",
          "The table " + CRITERIA + " has no rule for " + incident.number() + ".");
    }
    return criteria(rules.get(0));
  }

  /** The same names as the facts that the process lays out for the table. */
  private static Map<String, Object> facts(Incident incident) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("customer", incident.report().customer());
    facts.put("service", incident.report().service());
    facts.put("kind", incident.report().kind().name());
    facts.put("category", incident.assessment().category());
    facts.put("triaged", incident.assessment().triaged());
    facts.put("priority", incident.assessment().priority());
    facts.put("impact", incident.assessment().impact().name());
    facts.put("urgency", incident.assessment().urgency().name());
    return facts;
  }

  private static Criteria criteria(Map<String, Object> rule) {
    return new Criteria(
        Boolean.TRUE.equals(rule.get("major")),
        text(rule, "reason"),
        new MajorTerms(
            Duration.parse(text(rule, "updateEvery")),
            text(rule, "updateCalendar"),
            WorkingSpan.parse(text(rule, "reportWithin")),
            WorkingSpan.parse(text(rule, "reviewWithin")),
            text(rule, "calendar")),
        list(text(rule, "inform")),
        text(rule, "agreedWith"),
        text(rule, "agreedOn") == null ? null : LocalDate.parse(text(rule, "agreedOn")));
  }

  private static Set<String> list(String text) {
    return text == null
        ? Set.of()
        : Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .collect(Collectors.toSet());
  }

  @Override
  public List<OverdueRule> overdue(String bundle, Awaited what) {
    return decisions.evaluate(bundle, OVERDUE, Map.of("awaited", what.name())).stream()
        .map(
            rule ->
                new OverdueRule(
                    text(rule, "after") == null ? null : WorkingSpan.parse(text(rule, "after")),
                    text(rule, "role")))
        .toList();
  }

  private static String text(Map<String, Object> rule, String output) {
    Object value = rule.get(output);
    return value == null || value.toString().isBlank() ? null : value.toString();
  }
}
