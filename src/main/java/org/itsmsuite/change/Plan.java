package org.itsmsuite.change;

import java.util.List;
import java.util.Objects;

/**
 * How it is to be done.
 *
 * @param items ids of the configuration items, components and services that are touched; in the
 *     order they were named, each once
 * @param services ids of the services that the items belong to
 * @param window null until one is asked for
 * @param backOutPlan how everything becomes as it was
 * @param group support group that carries it out; may be null
 * @param implementer account that carries it out, and therefore never approves it; may be null
 */
public record Plan(
    List<String> items,
    List<String> services,
    Window window,
    String implementationPlan,
    String testPlan,
    String backOutPlan,
    String group,
    String implementer) {

  public static final Plan NONE =
      new Plan(List.of(), List.of(), null, null, null, null, null, null);

  public Plan {
    items = List.copyOf(items);
    services = List.copyOf(services);
  }

  Plan in(Window other) {
    return new Plan(
        items, services, other, implementationPlan, testPlan, backOutPlan, group, implementer);
  }

  Plan delivering(List<String> affected) {
    return new Plan(
        items, affected, window, implementationPlan, testPlan, backOutPlan, group, implementer);
  }

  /**
   * Whether it is the same to judge: what is touched, when, how, and by whom. Which group does it
   * is a matter of planning.
   */
  boolean isSameCase(Plan other) {
    return items.equals(other.items)
        && Objects.equals(window, other.window)
        && Objects.equals(implementationPlan, other.implementationPlan)
        && Objects.equals(testPlan, other.testPlan)
        && Objects.equals(backOutPlan, other.backOutPlan)
        && Objects.equals(implementer, other.implementer);
  }
}
