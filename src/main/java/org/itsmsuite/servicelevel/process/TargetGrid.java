package org.itsmsuite.servicelevel.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.engine.DecisionRow;
import org.itsmsuite.engine.DecisionTables;
import org.itsmsuite.servicelevel.AgreedTarget;

/**
 * A table of targets, asked for each service, each customer who receives it and each priority that
 * the table speaks of.
 */
final class TargetGrid {

  static final String DECISION = "sla-target";
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  private final DecisionTables tables;
  private final String bundle;
  private final Catalogue catalogue;

  TargetGrid(DecisionTables tables, String bundle, Catalogue catalogue) {
    this.tables = tables;
    this.bundle = bundle;
    this.catalogue = catalogue;
  }

  List<DecisionRow> rows() {
    return tables.rows(bundle, DECISION);
  }

  /** Tables from before agreements were named have no column for them. */
  boolean namesAgreements() {
    return rows().stream()
        .anyMatch(
            row ->
                row.outputs().containsKey("agreement") || row.outputs().containsKey("requirement"));
  }

  List<AgreedTarget> targets() {
    Set<String> priorities = priorities();
    List<AgreedTarget> all = new ArrayList<>();
    for (Service service : catalogue.services()) {
      for (String customer : service.customers()) {
        for (String priority : priorities) {
          all.addAll(targets(service.id(), customer, priority));
        }
      }
    }
    return all;
  }

  /** A table that makes no difference between priorities is asked for some priority. */
  private Set<String> priorities() {
    Set<String> priorities = new LinkedHashSet<>();
    rows().forEach(row -> priorities.addAll(texts(row.inputs().getOrDefault("priority", ""))));
    return priorities.isEmpty() ? Set.of("any") : priorities;
  }

  /** The texts in quotes of an entry. */
  static List<String> texts(String entry) {
    return TEXT.matcher(entry).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private List<AgreedTarget> targets(String service, String customer, String priority) {
    var inputs = Map.of("service", service, "customer", customer, "priority", priority);
    return tables.evaluate(bundle, DECISION, inputs).stream()
        .map(
            row ->
                new AgreedTarget(
                    service,
                    customer,
                    priority,
                    text(row, "clock"),
                    text(row, "target"),
                    text(row, "calendar"),
                    text(row, "agreement"),
                    text(row, "requirement")))
        .toList();
  }

  private static String text(Map<String, Object> row, String output) {
    return Objects.toString(row.get(output), null);
  }
}
