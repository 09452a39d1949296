package org.itsmsuite.servicelevel.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.engine.DecisionRow;
import org.itsmsuite.servicelevel.AgreedTarget;
import org.itsmsuite.servicelevel.Agreement;
import org.itsmsuite.servicelevel.Agreements;
import org.itsmsuite.servicelevel.ServiceRequirement;

/**
 * Targets that no agreement carries. Rows are looked at as written, so that one that no record
 * reaches is found too; and as they work over the catalogue, where a condition is no plain list.
 */
final class Orphans {

  /**
   * @param place the row, or what it promises
   */
  record Orphan(String place, String reason) {}

  private static final String ANY = "-";

  private final Agreements agreements;

  Orphans(Agreements agreements) {
    this.agreements = agreements;
  }

  List<Orphan> in(List<DecisionRow> rows, List<AgreedTarget> targets) {
    List<Orphan> orphans = new ArrayList<>();
    Set<String> told = new TreeSet<>();
    for (DecisionRow row : rows) {
      reason(row)
          .ifPresent(
              reason -> {
                orphans.add(new Orphan("row " + row.number() + " (" + row.id() + ")", reason));
                priorities(row).forEach(one -> told.add(key(reason, clock(row), one)));
              });
    }
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (AgreedTarget target : targets) {
      reason(target)
          .filter(reason -> !isTold(told, reason, target))
          .ifPresent(
              reason ->
                  places.computeIfAbsent(reason, one -> new ArrayList<>()).add(place(target)));
    }
    places.forEach((reason, where) -> orphans.add(new Orphan(String.join("; ", where), reason)));
    return orphans;
  }

  /** Whether a row that was named already accounts for it. */
  private static boolean isTold(Set<String> told, String reason, AgreedTarget target) {
    String clock = target.clock();
    return told.contains(key(reason, clock, target.priority()))
        || told.contains(key(reason, clock, ANY));
  }

  private static String key(String reason, String clock, String priority) {
    return reason + "/" + clock + "/" + priority;
  }

  private static String clock(DecisionRow row) {
    return written(row.outputs().getOrDefault("clock", ""));
  }

  private static List<String> priorities(DecisionRow row) {
    List<String> listed = listed(row.inputs().getOrDefault("priority", ""));
    return listed.isEmpty() ? List.of(ANY) : listed;
  }

  static String place(AgreedTarget one) {
    return "%s for %s, %s %s".formatted(one.service(), one.customer(), one.priority(), one.clock());
  }

  private Optional<String> reason(AgreedTarget one) {
    return reason(
        one.agreement(), one.requirement(), List.of(one.service()), List.of(one.customer()));
  }

  /** An entry that is computed instead of written can be judged only by what it gives. */
  private Optional<String> reason(DecisionRow row) {
    String agreement = row.outputs().getOrDefault("agreement", "");
    String requirement = row.outputs().getOrDefault("requirement", "");
    return isComputed(agreement) || isComputed(requirement)
        ? Optional.empty()
        : reason(
            written(agreement),
            written(requirement),
            listed(row.inputs().getOrDefault("service", "")),
            listed(row.inputs().getOrDefault("customer", "")));
  }

  private static boolean isComputed(String entry) {
    return !entry.isEmpty() && !entry.matches("\"[^\"]*\"");
  }

  private static String written(String entry) {
    return entry.replace("\"", "");
  }

  /** What a plain list names; a negation names what it is not. */
  private static List<String> listed(String entry) {
    return entry.startsWith("not(") ? List.of() : TargetGrid.texts(entry);
  }

  private Optional<String> reason(
      String agreement, String requirement, List<String> services, List<String> customers) {
    if (isMissing(agreement) || isMissing(requirement)) {
      return Optional.of("names no " + (isMissing(agreement) ? "agreement" : "requirement"));
    }
    Optional<Agreement> known = agreements.find(agreement);
    if (known.isEmpty()) {
      return Optional.of("there is no agreement " + Quoted.text(agreement));
    }
    Optional<ServiceRequirement> need = known.get().requirement(requirement);
    if (need.isEmpty()) {
      return Optional.of(agreement + " has no requirement " + Quoted.text(requirement));
    }
    return services.stream()
        .filter(service -> !need.get().services().contains(service))
        .findFirst()
        .map(service -> uncovered(known.get(), requirement, service))
        .or(
            () ->
                customers.stream()
                    .filter(customer -> !known.get().isWith(customer))
                    .findFirst()
                    .map(customer -> agreement + " is no agreement with customer " + customer));
  }

  private static String uncovered(Agreement agreement, String requirement, String service) {
    return agreement.services().contains(service)
        ? "%s of %s is not about service %s".formatted(requirement, agreement.id(), service)
        : "%s does not cover service %s".formatted(agreement.id(), service);
  }

  private static boolean isMissing(String id) {
    return id == null || id.isBlank();
  }
}
