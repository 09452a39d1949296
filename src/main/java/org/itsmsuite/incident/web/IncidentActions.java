package org.itsmsuite.incident.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.incident.WaitingReason;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.record.ActionOffer.Field;
import org.itsmsuite.record.ActionOffer.Option;
import org.itsmsuite.record.Labels;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/**
 * The actions people may take on an incident at any time: what they are called, what they ask for,
 * what they do.
 */
@Component
class IncidentActions {

  private static final int REASON = 2_000;

  private final Incidents incidents;
  private final IncidentAccess access;
  private final SupportGroups groups;
  private final List<IncidentAction> contributed;

  IncidentActions(
      Incidents incidents,
      IncidentAccess access,
      SupportGroups groups,
      List<IncidentAction> contributed) {
    this.incidents = incidents;
    this.access = access;
    this.groups = groups;
    this.contributed = contributed;
  }

  /**
   * Carries an action out.
   *
   * @param values field to value, texts as they came
   * @throws Refusal {@code incident.unknown-action}, {@code incident.action-not-allowed}, and what
   *     the action itself refuses
   */
  void act(String number, String action, Map<String, String> values) {
    Incident incident = access.visible(number);
    if (!names().contains(action)) {
      throw Refusal.notFound(
          "incident.unknown-action",
          "This cannot be done with an incident; its page offers what can.");
    }
    access.requireAct(incident, action);
    var texts = new Texts();
    known(texts, fields(action), values);
    var other = contributed.stream().filter(one -> one.name().equals(action)).findFirst();
    if (other.isPresent()) {
      other.get().act(number, texts, values);
      return;
    }
    switch (action) {
      case "set-priority" -> setPriority(number, texts, values);
      case "wait" -> {
        WaitingReason reason =
            Choices.of(texts, "waitingFor", WaitingReason.class, values.get("waitingFor"));
        texts.verify();
        incidents.startWaiting(number, reason);
      }
      case "resume" -> {
        texts.verify();
        incidents.resume(number);
      }
      case "hand-over" -> {
        String group = texts.required("group", values.get("group"), 100);
        String reason = texts.lines("reason", values.get("reason"), REASON);
        texts.verify();
        incidents.handOver(number, group, reason);
      }
      case "cancel" -> incidents.cancel(number, reason(texts, values));
      case "confirm" -> {
        texts.verify();
        incidents.confirm(number);
      }
      default -> incidents.reopen(number, reason(texts, values));
    }
  }

  /** A misspelt field is told, not ignored. */
  private static void known(Texts texts, Set<String> fields, Map<String, String> values) {
    values.keySet().stream()
        .filter(field -> !fields.contains(field))
        .forEach(
            field ->
                texts.wrong(
                    field,
                    "request.unknown-field",
                    "There is no such field here. There are: " + fields + "."));
  }

  private Set<String> fields(String action) {
    return switch (action) {
      case "set-priority" -> new TreeSet<>(Set.of("impact", "urgency", "reason"));
      case "wait" -> Set.of("waitingFor");
      case "hand-over" -> new TreeSet<>(Set.of("group", "reason"));
      case "cancel", "reopen" -> Set.of("reason");
      default ->
          contributed.stream()
              .filter(one -> one.name().equals(action))
              .findFirst()
              .<Set<String>>map(one -> new TreeSet<>(one.fields()))
              .orElse(Set.of());
    };
  }

  private List<String> names() {
    return Stream.concat(ALL.stream(), contributed.stream().map(IncidentAction::name)).toList();
  }

  private void setPriority(String number, Texts texts, Map<String, String> values) {
    Impact impact = Choices.of(texts, "impact", Impact.class, values.get("impact"));
    Urgency urgency = Choices.of(texts, "urgency", Urgency.class, values.get("urgency"));
    String reason = texts.lines("reason", values.get("reason"), REASON);
    texts.verify();
    incidents.setPriority(number, impact, urgency, reason);
  }

  private static String reason(Texts texts, Map<String, String> values) {
    String reason = texts.requiredLines("reason", values.get("reason"), REASON);
    texts.verify();
    return reason;
  }

  private static final List<String> ALL =
      List.of("set-priority", "wait", "resume", "hand-over", "cancel", "confirm", "reopen");

  /**
   * What this person can do with it now, apart from confirming and reopening, which the page shows
   * by themselves.
   */
  List<ActionOffer> offered(Incident incident) {
    boolean open =
        List.of(Status.NEW, Status.ASSIGNED, Status.IN_PROGRESS, Status.WAITING)
            .contains(incident.status());
    return Stream.concat(
            (open ? actions(incident) : List.<ActionOffer>of()).stream(),
            contributed.stream().flatMap(one -> one.offer(incident).stream()))
        .filter(action -> access.mayAct(incident, action.name()))
        .filter(action -> !action.name().equals("resume") || incident.waiting() != null)
        .toList();
  }

  private List<ActionOffer> actions(Incident incident) {
    var assessment = incident.assessment();
    return List.of(
        new ActionOffer(
            "set-priority",
            "Set impact and urgency",
            Field.select("impact", "Impact", true, options(Impact.values()))
                .startingWith(assessment.impact()),
            Field.select("urgency", "Urgency", true, options(Urgency.values()))
                .startingWith(assessment.urgency()),
            Field.lines("reason", "Reason", false)),
        new ActionOffer(
            "wait",
            "Wait for someone",
            Field.select("waitingFor", "Waiting for", true, options(otherReasons(incident)))),
        new ActionOffer("resume", "Resume work"),
        new ActionOffer(
            "hand-over",
            "Hand over to another group",
            Field.select("group", "Group", true, otherGroups(incident)),
            Field.lines("reason", "What they should know", false)),
        new ActionOffer("cancel", "Cancel the incident", ActionOffer.reason()));
  }

  private List<Option> otherGroups(Incident incident) {
    return groups.all().stream()
        .filter(group -> !group.id().equals(incident.assignment().group()))
        .map(group -> new Option(group.id(), group.name()))
        .toList();
  }

  private static Enum<?>[] otherReasons(Incident incident) {
    return Arrays.stream(WaitingReason.values())
        .filter(one -> incident.waiting() == null || one != incident.waiting().reason())
        .toArray(Enum<?>[]::new);
  }

  private static List<Option> options(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> new Option(value.name(), Labels.of(value))).toList();
  }
}
