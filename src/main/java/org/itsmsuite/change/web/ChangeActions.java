package org.itsmsuite.change.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.itsmsuite.change.Action;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Changes;
import org.itsmsuite.change.Impact;
import org.itsmsuite.change.Subject;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.record.ActionOffer.Field;
import org.itsmsuite.record.ActionOffer.Option;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The actions people may take on a change at any time; other slices add theirs. */
@Component
class ChangeActions {

  private static final int REASON = 2_000;

  private static final List<String> EDITABLE =
      List.of(
          "title",
          "description",
          "reason",
          "benefit",
          "service",
          "subject",
          "action",
          "impact",
          "emergency",
          "items",
          "from",
          "to",
          "implementationPlan",
          "testPlan",
          "backOutPlan",
          "group",
          "implementer");

  private final Changes changes;
  private final ChangeAccess access;
  private final PageWords words;
  private final ObjectProvider<ChangeAction> more;

  ChangeActions(
      Changes changes, ChangeAccess access, PageWords words, ObjectProvider<ChangeAction> more) {
    this.changes = changes;
    this.access = access;
    this.words = words;
    this.more = more;
  }

  /**
   * Carries an action out.
   *
   * @throws Refusal {@code change.unknown-action}, {@code change.action-not-allowed}, and what the
   *     action itself refuses
   */
  void act(String number, String action, Map<String, String> values) {
    Change change = access.visible(number);
    ChangeAction added = added(action);
    if (added == null && !action.equals("withdraw") && !action.equals("edit")) {
      throw Refusal.notFound(
          "change.unknown-action", "This cannot be done with a change; its page offers what can.");
    }
    if (!access.mayAct(change, action)) {
      throw Refusal.forbidden(
          "change.action-not-allowed", "You may not use the action " + action + " here.");
    }
    if (added != null) {
      known(new TreeSet<>(added.fields()), values);
      added.act(change, values);
    } else if (action.equals("withdraw")) {
      known(new TreeSet<>(List.of("reason")), values);
      var texts = new Texts();
      String reason = texts.requiredLines("reason", values.get("reason"), REASON);
      texts.verify();
      changes.withdraw(number, reason);
    } else {
      known(new TreeSet<>(EDITABLE), values);
      changes.edit(number, edited(change, values).checked(words.zone()));
    }
  }

  private ChangeAction added(String action) {
    return more.stream().filter(one -> one.name().equals(action)).findFirst().orElse(null);
  }

  /** A misspelt field is told, not ignored. */
  private static void known(TreeSet<String> fields, Map<String, String> values) {
    var texts = new Texts();
    values.keySet().stream()
        .filter(field -> !fields.contains(field))
        .forEach(
            field ->
                texts.wrong(
                    field,
                    "request.unknown-field",
                    "There is no such field here. There are: " + fields + "."));
    texts.verify();
  }

  /** What is not named stays as it is; a name with nothing takes away what was there. */
  private ChangeRequest edited(Change change, Map<String, String> values) {
    Map<String, String> all = new LinkedHashMap<>(present(change));
    all.putAll(values);
    return new ChangeRequest(
        all.get("title"),
        all.get("description"),
        all.get("reason"),
        all.get("benefit"),
        null,
        change.customer(),
        all.get("service"),
        all.get("subject"),
        all.get("action"),
        all.get("impact"),
        all.get("emergency"),
        null,
        null,
        ChangeForm.items(all.get("items")),
        new ChangeRequest.WindowBody(
            ChangeForm.blank(all.get("from")), ChangeForm.blank(all.get("to"))),
        all.get("implementationPlan"),
        all.get("testPlan"),
        all.get("backOutPlan"),
        all.get("group"),
        all.get("implementer"));
  }

  private static Map<String, String> present(Change change) {
    Map<String, String> present = new LinkedHashMap<>();
    present.put("title", change.title());
    present.put("description", change.description());
    present.put("reason", change.reason());
    present.put("benefit", change.benefit());
    present.put("service", change.rfc().service());
    present.put("subject", change.subject().name());
    present.put("action", change.action().name());
    present.put("impact", change.rfc().impact().name());
    present.put("emergency", change.rfc().emergencyReason());
    present.put("items", String.join("\n", change.items()));
    present.put("from", change.window() == null ? null : change.window().from().toString());
    present.put("to", change.window() == null ? null : change.window().to().toString());
    present.put("implementationPlan", change.implementationPlan());
    present.put("testPlan", change.testPlan());
    present.put("backOutPlan", change.backOutPlan());
    present.put("group", change.group());
    present.put("implementer", change.implementer());
    return present;
  }

  /** What this person can do with it now. */
  List<ActionOffer> offered(Change change) {
    List<ActionOffer> offers = new ArrayList<>();
    if (change.status().isBeforeStart()) {
      offers.add(editing(change));
      offers.add(new ActionOffer("withdraw", "Withdraw", ActionOffer.reason()));
    }
    more.stream().flatMap(one -> one.offered(change).stream()).forEach(offers::add);
    return offers.stream().filter(one -> access.mayAct(change, one.name())).toList();
  }

  private static ActionOffer editing(Change change) {
    Map<String, String> now = present(change);
    return new ActionOffer(
        "edit",
        "Edit; other items, times or kind are judged anew",
        text("title", "Title", true, now),
        lines("description", "Description", false, now),
        lines("reason", "Why it is needed", true, now),
        lines("benefit", "Benefit", false, now),
        choice("subject", "What it is about", Subject.values(), now),
        choice("action", "What happens to it", Action.values(), now),
        choice("impact", "Expected impact on services", Impact.values(), now),
        lines("emergency", "Emergency: why it cannot wait", false, now),
        lines("items", "What is touched", false, now),
        text("from", "From, such as 2026-03-02T22:00:00Z", false, now),
        text("to", "To, exclusive", false, now),
        lines("implementationPlan", "How it is done", false, now),
        lines("testPlan", "How it is tested", false, now),
        lines("backOutPlan", "How it is backed out", false, now),
        text("group", "Group that carries it out", false, now),
        text("implementer", "Person who carries it out", false, now));
  }

  private static Field text(String name, String label, boolean required, Map<String, String> now) {
    return new Field(name, label, "text", required, now.get(name), List.of());
  }

  private static Field lines(String name, String label, boolean required, Map<String, String> now) {
    return new Field(name, label, "textarea", required, now.get(name), List.of());
  }

  private static Field choice(String name, String label, Enum<?>[] all, Map<String, String> now) {
    return new Field(
        name,
        label,
        "select",
        true,
        now.get(name),
        Arrays.stream(all).map(one -> new Option(one.name(), Labels.of(one))).toList());
  }
}
