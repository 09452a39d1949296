package org.itsmsuite.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The facts of a change that decision tables read: {@code category, subject, action, impact,
 * emergency, template} ({@code NONE}, {@code VALID}, {@code EXPIRED}), {@code itemCount,
 * criticality} (the highest of its items; {@code NONE} without), {@code deniedItem} (one that no
 * template may touch), {@code failedChanges} (how many of the same items failed lately), {@code
 * windowFindings} ({@code NONE}, {@code WARN}, {@code BLOCK}), {@code highestImpact} (of the
 * assessments of the round), and the answers {@code probability, tested, backOutTested} ({@code
 * UNKNOWN} where nobody was asked), and {@code risk, implementation} (null before).
 */
public class ChangeFacts {

  private static final List<String> IMPACTS = List.of("NONE", "LOW", "MEDIUM", "HIGH");

  private final WindowChecks windows;
  private final PriorResults results;
  private final ChangeTemplates templates;
  private final Supplier<ItemFacts> items;
  private final ChangeSettings settings;

  public ChangeFacts(
      WindowChecks windows,
      PriorResults results,
      ChangeTemplates templates,
      Supplier<ItemFacts> items,
      ChangeSettings settings) {
    this.items = items;
    this.settings = settings;
    this.templates = templates;
    this.windows = windows;
    this.results = results;
  }

  public Map<String, Object> of(Change change) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("category", change.category() == null ? null : change.category().name());
    facts.put("subject", change.subject().name());
    facts.put("action", change.action().name());
    facts.put("impact", change.rfc().impact().name());
    facts.put("emergency", change.rfc().emergencyReason() != null);
    facts.put("template", template(change));
    facts.put("risk", change.risk() == null ? null : change.risk().level().name());
    facts.put(
        "implementation",
        change.result().implementation() == null ? null : change.result().implementation().name());
    facts.put("itemCount", change.items().size());
    List<ItemFacts.Touched> touched = items.get().of(change.items());
    facts.put("criticality", criticality(touched));
    facts.put(
        "deniedItem",
        touched.stream().anyMatch(one -> settings.neverInAdvance().contains(one.type())));
    facts.put("failedChanges", results.of(change.items()).failed().size());
    facts.put("windowFindings", windowFindings(change));
    facts.put("highestImpact", highestImpact(change));
    for (String question : List.of("probability", "tested", "backOutTested")) {
      facts.put(question, answer(change, question));
    }
    return facts;
  }

  private static String criticality(List<ItemFacts.Touched> touched) {
    return IMPACTS.get(
        touched.stream().mapToInt(one -> IMPACTS.indexOf(one.criticality())).reduce(0, Math::max));
  }

  private String template(Change change) {
    if (change.template() == null) {
      return "NONE";
    }
    return templates.approves(change.template()) ? "VALID" : "EXPIRED";
  }

  private String windowFindings(Change change) {
    WindowVerdict verdict = windows.check(change, Moment.APPROVAL);
    if (!verdict.blocks().isEmpty()) {
      return "BLOCK";
    }
    return verdict.warns().isEmpty() ? "NONE" : "WARN";
  }

  private static String highestImpact(Change change) {
    return IMPACTS.get(
        change.currentAssessments().stream()
            .map(Assessment::impact)
            .filter(Objects::nonNull)
            .mapToInt(IMPACTS::indexOf)
            .reduce(0, Math::max));
  }

  private static String answer(Change change, String question) {
    return change.currentAssessments().stream()
        .map(one -> one.answers().get(question))
        .filter(one -> one != null)
        .findFirst()
        .orElse("UNKNOWN");
  }
}
