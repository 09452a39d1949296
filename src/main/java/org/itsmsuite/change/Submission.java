package org.itsmsuite.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.refusal.Refusal.Offence;

/**
 * Whether a request for change can be taken: services and groups that exist, and a window that
 * nothing forbids. What is only missing is asked for by the process.
 */
public class Submission {

  private static final String WAY_OUT =
      " Choose another window, or none; if it cannot wait, say why it is an emergency.";

  /** So many unknown items are named; nobody reads more. */
  private static final int SHOWN = 10;

  private final Catalogue catalogue;
  private final SupportGroups groups;
  private final WindowChecks windows;
  private final ChangeTemplates templates;
  private final Supplier<ItemFacts> known;

  public Submission(
      Catalogue catalogue,
      SupportGroups groups,
      WindowChecks windows,
      ChangeTemplates templates,
      Supplier<ItemFacts> known) {
    this.known = known;
    this.templates = templates;
    this.catalogue = catalogue;
    this.groups = groups;
    this.windows = windows;
  }

  /** What is asked for and how, in the practice's own shape. */
  record Checked(Rfc rfc, Plan plan) {}

  /**
   * A request that somebody hands in.
   *
   * @throws Refusal {@code change.invalid} with every offending field: {@code
   *     change.unknown-service}, {@code change.unknown-customer}, {@code change.unknown-group},
   *     {@code change.unknown-item}, {@code change.window-ends-before-it-starts}, {@code
   *     change.window-incomplete}, {@code change.unknown-template}, {@code
   *     change.item-not-of-template}
   */
  Checked checked(NewChange asked, String requester) {
    Template template =
        asked.template() == null
            ? null
            : templates
                .newest(asked.template())
                .orElseThrow(
                    () ->
                        Refusal.invalid(
                            "change.unknown-template",
                            "template",
                            "There is no released template of that name."));
    return checked(asked, requester, template);
  }

  /** A request that is edited; a template it was made from goes on saying how it is done. */
  Checked checkedAgain(NewChange asked, Change change) {
    return checked(
        asked,
        change.requester(),
        change.template() == null ? null : templates.find(change.template()).orElseThrow());
  }

  private Checked checked(NewChange own, String requester, Template template) {
    NewChange asked = template == null ? own : made(own, template);
    List<Offence> offences = new ArrayList<>();
    if (template != null && !isOfTemplate(own.items(), template)) {
      offences.add(
          new Offence(
              "items",
              "change.item-not-of-template",
              "The template is for " + template.text().items() + " only."));
    }
    if (asked.service() != null && catalogue.service(asked.service()).isEmpty()) {
      offences.add(new Offence("service", "change.unknown-service", "There is no such service."));
    }
    if (asked.customer() != null && catalogue.customer(asked.customer()).isEmpty()) {
      offences.add(
          new Offence("customer", "change.unknown-customer", "There is no such customer."));
    }
    if (asked.group() != null && groups.find(asked.group()).isEmpty()) {
      offences.add(new Offence("group", "change.unknown-group", "There is no such group."));
    }
    List<String> items = List.copyOf(new LinkedHashSet<>(asked.items()));
    refuseUnknown(items, offences);
    Window window = window(asked, offences);
    if (!offences.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.INVALID,
          offences.size() == 1 ? offences.get(0).key() : "change.invalid",
          offences.stream().map(Offence::detail).collect(Collectors.joining(" ")),
          offences);
    }
    return new Checked(
        new Rfc(
            asked.title(),
            asked.description(),
            asked.reason(),
            asked.benefit(),
            asked.requester() == null ? requester : asked.requester(),
            asked.customer(),
            asked.service(),
            asked.subject(),
            asked.action(),
            asked.impact(),
            asked.emergencyReason(),
            asked.cause(),
            template == null ? null : new TemplateUse(template.id(), template.version())),
        new Plan(
            items,
            services(asked.service(), items),
            window,
            asked.implementationPlan(),
            asked.testPlan(),
            asked.backOutPlan(),
            asked.group(),
            asked.implementer()));
  }

  private void refuseUnknown(List<String> items, List<Offence> offences) {
    Set<String> unknown = new LinkedHashSet<>(items);
    known.get().of(items).forEach(one -> unknown.remove(one.id()));
    if (!unknown.isEmpty()) {
      offences.add(
          new Offence(
              "items",
              "change.unknown-item",
              "There is no item in use that is called "
                  + unknown.stream().limit(SHOWN).collect(Collectors.joining(", "))
                  + (unknown.size() > SHOWN
                      ? " and " + (unknown.size() - SHOWN) + " more."
                      : ".")));
    }
  }

  /** The one it is mainly about first. */
  private List<String> services(String main, List<String> items) {
    Set<String> services = new LinkedHashSet<>();
    if (main != null) {
      services.add(main);
    }
    services.addAll(known.get().services(items));
    return List.copyOf(services);
  }

  private static boolean isOfTemplate(List<String> items, Template template) {
    return template.text().items().isEmpty() || template.text().items().containsAll(items);
  }

  /** What the template says about the work counts, whatever else was sent. */
  private static NewChange made(NewChange asked, Template template) {
    var text = template.text();
    return new NewChange(
        asked.title(),
        asked.description(),
        asked.reason(),
        asked.benefit(),
        asked.requester(),
        asked.customer(),
        text.service(),
        text.subject(),
        text.action(),
        text.impact(),
        asked.emergencyReason(),
        asked.cause(),
        template.id(),
        asked.items().isEmpty() ? text.items() : asked.items(),
        asked.from(),
        asked.to(),
        text.implementationPlan(),
        text.testPlan(),
        text.backOutPlan(),
        text.group() == null ? asked.group() : text.group(),
        asked.implementer());
  }

  private static Window window(NewChange asked, List<Offence> offences) {
    if (asked.from() == null && asked.to() == null) {
      return null;
    }
    if (asked.from() == null || asked.to() == null) {
      offences.add(
          new Offence(
              asked.from() == null ? "from" : "to",
              "change.window-incomplete",
              "A window has a start and an end."));
      return null;
    }
    if (!asked.from().isBefore(asked.to())) {
      offences.add(
          new Offence(
              "to", "change.window-ends-before-it-starts", "The end is later than the start."));
      return null;
    }
    return new Window(asked.from(), asked.to());
  }

  /**
   * @throws Refusal {@code change.window-blocked} with everything that forbids its window
   */
  void checkWindow(Change change) {
    List<WindowFinding> blocks = windows.check(change, Moment.SUBMISSION).blocks();
    if (!blocks.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "change.window-blocked",
          blocks.stream().map(WindowFinding::text).collect(Collectors.joining(" ")) + WAY_OUT,
          blocks.stream()
              .map(one -> new Offence("from", one.key(), one.text() + WAY_OUT))
              .toList());
    }
  }
}
