package org.itsmsuite.restriction.walk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address of our own, as the controllers declare them, and what to ask each of them. Whoever
 * adds an address adds what to ask it here: an address without an entry fails the walk.
 */
final class OwnAddresses {

  /** What stands for a variable in an address; see {@link HiddenIncident#absent}. */
  private static final Map<String, List<String>> VARIABLES =
      Map.of(
          "number", List.of("{number}", "{security}"),
          "id", List.of("{message}", "{attachment}"),
          "account", List.of("nobody-of-this-name"),
          "relation", List.of("00000000-0000-0000-0000-000000000000"),
          "kind", List.of("resolution", "response"),
          "template", List.of("no-such-template"),
          "version", List.of("1"),
          "sitting", List.of("00000000-0000-0000-0000-000000000000"),
          "freeze", List.of("00000000-0000-0000-0000-000000000000"),
          // Whether the record is there is asked before it is asked which action is meant.
          "action", List.of("cancel", "link", "reclassify", "lift-restriction", "no-such-action"));

  /** What to ask of addresses that show lists, counts or nothing of records. */
  private static final Map<String, List<String>> QUESTIONS =
      Map.ofEntries(
          Map.entry("/", List.of("")),
          Map.entry("/login", List.of("")),
          Map.entry("/login/wait", List.of("")),
          Map.entry("/logout", List.of("")),
          Map.entry("/setup", List.of("")),
          Map.entry("/incidents/report", List.of("")),
          Map.entry("/api/services", List.of("")),
          Map.entry("/agreements", List.of("")),
          Map.entry("/absence", List.of("")),
          Map.entry("/api/absences", List.of("", "?size=100")),
          // What is asked here is not about records but about a person, who may erase sees them
          // all.
          Map.entry("/people/erasure", List.of("")),
          Map.entry("/api/people/erasures", List.of("")),
          Map.entry("/duties", List.of("", "?page=1")),
          Map.entry("/api/duties", List.of("")),
          Map.entry("/api/duties/exceptions", List.of("")),
          Map.entry("/api/duties/exceptions/uses", List.of("?size=200", "?record={number}")),
          Map.entry("/audit-engagements", List.of("")),
          Map.entry("/audit-access", List.of("")),
          Map.entry("/api/audit/engagements", List.of("")),
          Map.entry("/api/audit/access", List.of("")),
          Map.entry("/api/agreements", List.of("")),
          Map.entry(
              "/incidents",
              List.of(
                  "",
                  "?size=100&sort=number,desc",
                  "?text={marker}",
                  "?text={number}",
                  "?priority=P1&size=100",
                  "?group=security-team&size=100",
                  "?status=NEW,ASSIGNED,IN_PROGRESS,WAITING&size=100")),
          Map.entry(
              "/api/incidents",
              List.of(
                  "?size=100&sort=number,desc",
                  "?text={marker}",
                  "?text={number}",
                  "?priority=P1&size=1",
                  "?major=true&size=1",
                  "?group=security-team&size=1",
                  "?status=WAITING&size=1&sort=dueAt")),
          Map.entry("/major-incidents", List.of("", "?service=payroll")),
          Map.entry("/api/events", List.of("?record={number}")),
          Map.entry("/security-incidents/raise", List.of("")),
          Map.entry("/security-incidents", List.of("", "?size=100", "?status=NEW")),
          Map.entry("/api/security-incidents", List.of("?size=100", "?status=NEW&size=1")),
          Map.entry("/changes/new", List.of("")),
          Map.entry("/changes/templates", List.of("")),
          Map.entry("/api/change-templates", List.of("")),
          Map.entry(
              "/changes", List.of("", "?text={marker}", "?size=100", "?status=NEW,ASSESSMENT")),
          Map.entry("/api/changes", List.of("?text={number}", "?size=100", "?category=NORMAL")),
          Map.entry("/changes/figures", List.of("", "?by=item&size=100", "?by=month")),
          Map.entry("/api/changes/figures", List.of("", "?by=item&size=100", "?by=team")),
          Map.entry("/changes/schedule", List.of("", "?month=2026-03", "?service=payroll")),
          Map.entry(
              "/api/changes/schedule",
              List.of("", "?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z")),
          Map.entry("/api/changes/schedule.ics", List.of("")),
          Map.entry("/changes/freezes", List.of("")),
          Map.entry("/api/freezes", List.of("?size=200")),
          Map.entry("/cab", List.of("", "?board=ecab&size=200")),
          Map.entry("/api/cab/agenda", List.of("?board=cab&size=200", "?board=ecab")),
          Map.entry("/security-view", List.of("")),
          Map.entry("/api/security-view", List.of("?size=100")),
          Map.entry("/competences", List.of("", "?account=agent&at=2026-04-27")),
          Map.entry("/api/competences", List.of("", "?size=200")),
          Map.entry("/api/competences/needs", List.of("")),
          Map.entry("/roles", List.of("", "?account=agent")),
          Map.entry("/api/roles", List.of("", "?account=agent")),
          Map.entry("/items", List.of("", "?text=a&retired=true")),
          Map.entry("/items/new", List.of("")),
          Map.entry("/items/import", List.of("")),
          Map.entry("/api/items", List.of("?size=200")),
          Map.entry("/api/items/export", List.of("", "?table=relations")),
          Map.entry("/outbox", List.of("", "?record={number}", "?record={security}")),
          Map.entry(
              "/api/ledger",
              List.of(
                  "?size=200",
                  "?size=1",
                  "?record={number}",
                  "?record={security}",
                  "?actor=security-officer&size=200",
                  "?actor=agent&size=200",
                  "?from=2000-01-01T00:00:00Z&size=200")),
          // Counts every record, restricted or not, and names none.
          Map.entry("/api/ledger/verification", List.of()));

  /** Addresses that take something and are about no record that exists already. */
  private static final Set<String> ABOUT_NO_RECORD =
      Set.of(
          "/incidents/report",
          "/api/incidents",
          "/security-incidents/raise",
          "/api/security-incidents",
          "/api/events",
          "/changes/templates",
          "/api/change-templates",
          "/changes/freezes",
          "/api/freezes",
          "/cab/sittings",
          "/api/cab/sittings",
          "/absence",
          "/api/absences",
          "/people/erasure",
          "/people/erasure/approve",
          "/people/erasure/withdraw",
          "/api/sla/due-date",
          "/api/sla/elapsed",
          "/duties/exceptions",
          "/api/duties/exceptions",
          "/audit-engagements",
          "/api/audit/engagements",
          "/competences",
          "/api/competences",
          "/items",
          "/items/import",
          "/api/items",
          "/api/items/import",
          "/setup");

  /** What to send to addresses that name records in what they take: form fields, or JSON. */
  private static final Map<String, String> BODIES =
      Map.of(
          "/changes/new", "title=A&reason=B&subject=SMS&action=MODIFY&impact=LOW&cause={number}",
          "/api/changes",
              "{\"title\": \"A\", \"reason\": \"B\", \"subject\": \"SMS\", \"action\": \"MODIFY\","
                  + " \"impact\": \"LOW\", \"cause\": \"{number}\"}",
          "/cab/votes", "board=cab&number={number}&choice=YES&reason=A",
          "/api/cab/votes",
              "{\"votes\": [{\"number\": \"{number}\", \"choice\": \"YES\", \"reason\": \"A\"}]}",
          "/incidents/bulk", "action=hand-over&group=third-level&numbers={number}",
          "/api/incidents/bulk",
              "{\"action\": \"hand-over\", \"group\": \"third-level\", \"numbers\": [\"{number}\"]}");

  private final Set<String> read = new TreeSet<>();
  private final Set<String> sent = new TreeSet<>();

  OwnAddresses(RequestMappingHandlerMapping mapping) {
    mapping
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              if (isOurs(method.getBeanType())) {
                var methods = info.getMethodsCondition().getMethods();
                for (String pattern : info.getPatternValues()) {
                  String address = pattern.replaceAll("\\{(\\w+):[^/]*}", "{$1}");
                  if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                    read.add(address);
                  }
                  if (methods.stream().anyMatch(one -> one != RequestMethod.GET)) {
                    sent.add(address);
                  }
                }
              }
            });
  }

  private static boolean isOurs(Class<?> controller) {
    return controller.getName().startsWith("org.itsmsuite.")
        && !controller.getSimpleName().equals("Probe")
        && !controller.getSimpleName().equals("ErrorPage");
  }

  /** Lists, counts and other pages: what they show must not depend on the hidden record. */
  Collection<String> lists() {
    var questions = new TreeSet<String>();
    for (String address : read) {
      if (!address.contains("{")) {
        if (!QUESTIONS.containsKey(address)) {
          throw new AssertionError(
              "A new address " + address + ": say in OwnAddresses.QUESTIONS what to ask it.");
        }
        QUESTIONS.get(address).forEach(question -> questions.add(address + question));
      }
    }
    return questions;
  }

  /** What can be read of one record. */
  Collection<String> ofOneRecord() {
    var filled = new TreeSet<String>();
    read.stream()
        .filter(address -> address.contains("{"))
        .forEach(address -> filled.addAll(filled(address)));
    return filled;
  }

  /** What can be done to one record: where to send, and what. */
  Map<String, String> actions() {
    var filled = new TreeMap<String, String>();
    for (String address : sent) {
      if (address.contains("{")) {
        filled(address).forEach(one -> filled.put(one, body(one)));
      } else if (BODIES.containsKey(address)) {
        filled.put(address, BODIES.get(address));
      } else if (!ABOUT_NO_RECORD.contains(address)) {
        throw new AssertionError(
            "A new address takes something: "
                + address
                + ". If it cannot name an existing record, add it to OwnAddresses.ABOUT_NO_RECORD;"
                + " else say in OwnAddresses.BODIES how it names one.");
      }
    }
    return filled;
  }

  private static String body(String address) {
    return address.startsWith("/api/")
        ? "{\"reason\": \"Because\", \"text\": \"Because\", \"visibility\": \"REQUESTER\"}"
        : "reason=Because&text=Because&visibility=REQUESTER";
  }

  private static Collection<String> filled(String address) {
    Collection<String> filled = List.of(address);
    for (var variable : VARIABLES.entrySet()) {
      filled =
          filled.stream()
              .flatMap(
                  one ->
                      one.contains("{" + variable.getKey() + "}")
                          ? variable.getValue().stream()
                              .map(value -> one.replace("{" + variable.getKey() + "}", value))
                          : java.util.stream.Stream.of(one))
              .toList();
    }
    if (filled.stream().anyMatch(one -> HiddenIncident.absent(one).contains("{"))) {
      throw new AssertionError(
          "A new address " + address + ": say in OwnAddresses.VARIABLES what stands in it.");
    }
    return filled;
  }
}
