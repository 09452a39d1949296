package org.itsmsuite.security.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.record.ActionOffer.Field;
import org.itsmsuite.record.ActionOffer.Option;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.security.SecurityCircle;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecurityIncidents;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/** The actions people may take on a security incident at any time. */
@Component
class SecurityActions {

  private static final int REASON = 2_000;

  /** Action to the fields it takes. */
  private static final Map<String, TreeSet<String>> FIELDS = fields();

  private final SecurityIncidents incidents;
  private final SecurityCircle circle;
  private final SecurityAccess access;

  SecurityActions(SecurityIncidents incidents, SecurityCircle circle, SecurityAccess access) {
    this.incidents = incidents;
    this.circle = circle;
    this.access = access;
  }

  private static Map<String, TreeSet<String>> fields() {
    Map<String, TreeSet<String>> fields = new LinkedHashMap<>();
    fields.put("name-person", new TreeSet<>(List.of("account")));
    fields.put("name-group", new TreeSet<>(List.of("group")));
    fields.put("group-under", new TreeSet<>(List.of("number", "reason")));
    fields.put("assess-again", new TreeSet<>(List.of("reason")));
    fields.put("lift-restriction", new TreeSet<>(List.of("reason")));
    return fields;
  }

  /**
   * Carries an action out.
   *
   * @throws Refusal {@code security.unknown-action}, {@code security.action-not-allowed}, and what
   *     the action itself refuses
   */
  void act(String number, String action, Map<String, String> values) {
    access.visible(number);
    if (!FIELDS.containsKey(action)) {
      throw Refusal.notFound(
          "security.unknown-action",
          "This cannot be done with a security incident; its page offers what can.");
    }
    if (!access.mayAct(action)) {
      throw Refusal.forbidden(
          "security.action-not-allowed", "You may not use the action " + action + " here.");
    }
    var texts = new Texts();
    known(texts, action, values);
    switch (action) {
      case "name-person" -> circle.namePerson(number, required(texts, "account", values, 255));
      case "name-group" -> circle.nameGroup(number, required(texts, "group", values, 100));
      case "group-under" -> {
        String reason = texts.lines("reason", values.get("reason"), REASON);
        String other = required(texts, "number", values, 32);
        access.visible(other);
        incidents.groupUnder(number, other, reason);
      }
      case "assess-again" -> incidents.assessAgain(number, reason(texts, values));
      default -> circle.liftRestriction(number, reason(texts, values));
    }
  }

  /** A misspelt field is told, not ignored. */
  private static void known(Texts texts, String action, Map<String, String> values) {
    var fields = FIELDS.get(action);
    values.keySet().stream()
        .filter(field -> !fields.contains(field))
        .forEach(
            field ->
                texts.wrong(
                    field,
                    "request.unknown-field",
                    "There is no such field here. There are: " + fields + "."));
  }

  private static String required(
      Texts texts, String field, Map<String, String> values, int longest) {
    String text = texts.required(field, values.get(field), longest);
    texts.verify();
    return text;
  }

  private static String reason(Texts texts, Map<String, String> values) {
    String reason = texts.requiredLines("reason", values.get("reason"), REASON);
    texts.verify();
    return reason;
  }

  /** What this person can do with it now. */
  List<ActionOffer> offered(SecurityIncident incident) {
    List<ActionOffer> offers = new ArrayList<>();
    offers.add(
        new ActionOffer(
            "name-person",
            "Name a person whom it concerns",
            Field.text("account", "Account", true)));
    offers.add(
        new ActionOffer(
            "name-group",
            "Name a group whom it concerns",
            Field.select("group", "Group", true, groups())));
    if (incident.status().isOpen()) {
      offers.add(
          new ActionOffer(
              "group-under",
              "Group under another security incident",
              Field.text("number", "Number of the other", true),
              Field.lines("reason", "Reason", false)));
      if (incident.assessment().finding() != null) {
        offers.add(new ActionOffer("assess-again", "Assess again", ActionOffer.reason()));
      }
    }
    if (circle.isLiftable(incident)) {
      offers.add(
          new ActionOffer(
              "lift-restriction",
              "Lift the restriction of the incident beside it",
              ActionOffer.reason()));
    }
    return offers.stream().filter(one -> access.mayAct(one.name())).toList();
  }

  private static List<Option> groups() {
    return Groups.all().entrySet().stream()
        .map(one -> new Option(one.getKey(), one.getValue()))
        .toList();
  }
}
