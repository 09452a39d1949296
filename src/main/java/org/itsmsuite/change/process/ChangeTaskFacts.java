package org.itsmsuite.change.process;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.itsmsuite.change.Assessment;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.ItemFacts;
import org.itsmsuite.change.MoreFacts;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.TaskFacts;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fills the facts of a change into the forms that complete a request and that assess a change, for
 * those who may know of it: whom else the engine lets open a task sees an empty form.
 */
@Component
public class ChangeTaskFacts implements TaskFacts {

  private final ChangeSteps steps;
  private final Supplier<ItemFacts> items;
  private final Restrictions restrictions;
  private final CurrentUser user;
  private final TaskService tasks;
  private final DateTimeFormatter when;
  private final List<MoreFacts> more;

  public ChangeTaskFacts(
      ChangeSteps steps,
      Supplier<ItemFacts> items,
      Restrictions restrictions,
      CurrentUser user,
      TaskService tasks,
      List<MoreFacts> more,
      @Value("${itsm.time-zone}") ZoneId zone) {
    this.steps = steps;
    this.items = items;
    this.restrictions = restrictions;
    this.user = user;
    this.tasks = tasks;
    this.more = more;
    this.when =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm '('VV')'", Locale.ROOT).withZone(zone);
  }

  @Override
  public boolean knows(String processKey) {
    return ChangeModel.KEYS.contains(processKey);
  }

  @Override
  public Map<String, Object> of(String record, String taskKey) {
    return restrictions.mayKnow(user.actor(), record) ? facts(record, taskKey) : Map.of();
  }

  private Map<String, Object> facts(String record, String taskKey) {
    Change change = steps.change(record);
    Map<String, Object> facts = new HashMap<>();
    facts.put("number", change.number());
    facts.put("title", change.title());
    facts.put("description", change.description());
    facts.put("reason", change.reason());
    facts.put("implementationPlan", change.implementationPlan());
    facts.put("testPlan", change.testPlan());
    facts.put("backOutPlan", change.backOutPlan());
    if (taskKey.equals("userTask_completeRequest")) {
      completing(facts, change);
    } else {
      facts.put("category", name(change.category()));
      facts.put("itemNames", itemNames(change));
      facts.put("affected", String.join("\n", items.get().dependants(change.items())));
      facts.put("window", window(change));
      facts.put("implementation", name(change.result().implementation()));
      judged(facts, change);
    }
    more.forEach(one -> facts.putAll(one.of(change)));
    return facts;
  }

  /** What was found so far: the views of the round, and the risk that they make. */
  private static void judged(Map<String, Object> facts, Change change) {
    facts.put(
        "views",
        change.currentAssessments().stream()
            .filter(Assessment::isDone)
            .map(one -> one.kind() + ", impact " + one.impact() + ": " + one.text())
            .collect(Collectors.joining("\n")));
    if (change.risk() != null) {
      facts.put(
          "risk",
          change.risk().level()
              + " ("
              + change.risk().score()
              + " points)\n"
              + change.risk().explanation().stream()
                  .map(one -> one.points() + ": " + one.why())
                  .collect(Collectors.joining("\n")));
    }
  }

  private String itemNames(Change change) {
    return items.get().of(change.items()).stream()
        .map(one -> one.name() + " (" + one.id() + ")")
        .collect(Collectors.joining("\n"));
  }

  private static void completing(Map<String, Object> facts, Change change) {
    facts.put("items", String.join("\n", change.items()));
    facts.put("group", change.group());
    if (change.window() != null) {
      facts.put("from", change.window().from().toString());
      facts.put("to", change.window().to().toString());
    }
  }

  private String window(Change change) {
    return change.window() == null
        ? null
        : when.format(change.window().from()) + " – " + when.format(change.window().to());
  }

  @Override
  public Map<String, Object> of(String record, String taskKey, String task) {
    Map<String, Object> facts = new HashMap<>(of(record, taskKey));
    if (!facts.isEmpty() && taskKey.equals("userTask_assessChange")) {
      String kind =
          EngineCalls.internally(() -> (String) tasks.getVariable(task, ChangeModel.ASSESSMENT));
      facts.put("assessmentKind", kind);
      facts.put("assessmentName", kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT));
    }
    if (!facts.isEmpty() && taskKey.equals("userTask_carryOutChange")) {
      String part = EngineCalls.internally(() -> (String) tasks.getVariable(task, MoreFacts.PART));
      Change change = steps.change(record);
      more.forEach(one -> facts.putAll(one.of(change, part)));
    }
    return facts;
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }
}
