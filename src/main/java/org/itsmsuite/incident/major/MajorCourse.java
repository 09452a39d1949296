package org.itsmsuite.incident.major;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;

/**
 * The course of events as the ledger tells it, one line for each: what a report begins with, so
 * that nobody has to remember it.
 */
public class MajorCourse {

  private static final int LONGEST = 15_000;

  private final Ledger ledger;
  private final DateTimeFormatter when;

  /**
   * @param zone in which times are told
   */
  public MajorCourse(Ledger ledger, ZoneId zone) {
    this.ledger = ledger;
    this.when = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
  }

  public String of(String number) {
    String lines =
        ledger.of(number).stream()
            .map(this::line)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n"));
    return lines.length() <= LONGEST ? lines : lines.substring(0, LONGEST);
  }

  private String line(LedgerEntry entry) {
    String text = text(entry.what(), entry.after());
    return text == null ? null : when.format(entry.at()) + " " + text;
  }

  private static String text(String what, Map<String, Object> fact) {
    return switch (what) {
      case "incident.reported" -> "Reported: " + fact.get("title");
      case "incident.resolved" -> "Resolved.";
      case "incident.closed" -> "Closed.";
      case "incident.cancelled" -> "Cancelled: " + fact.get("reason");
      case "incident.reopened" -> "Reopened: " + fact.get("reason");
      case "majorIncident.declared" -> "Declared a major incident: " + fact.get("reason");
      case "majorIncident.managementInformed", "majorIncident.managementNotReached" -> told(fact);
      case "majorIncident.chargeTaken", "majorIncident.managerNamed" ->
          fact.get("manager") == null ? null : "In charge: " + fact.get("manager");
      case "majorIncident.technicalTaskGiven" ->
          "Technical task for " + fact.get("group") + ": " + fact.get("task");
      case "majorIncident.technicalTaskDone" ->
          "Technical task of "
              + fact.get("group")
              + ", "
              + fact.get("outcome").toString().toLowerCase(Locale.ROOT).replace('_', ' ')
              + ": "
              + fact.get("result");
      case "majorIncident.updateSent" -> "Update " + fact.get("update") + ": " + fact.get("text");
      case "majorIncident.resumed" -> "Led as a major incident again.";
      default -> null;
    };
  }

  private static String told(Map<String, Object> fact) {
    String told = "Told: " + list(fact.get("recipients"));
    return fact.get("notReached") == null
        ? told
        : told + "; nobody reached: " + list(fact.get("notReached"));
  }

  private static String list(Object recipients) {
    return recipients instanceof List<?> all
        ? all.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(recipients);
  }
}
