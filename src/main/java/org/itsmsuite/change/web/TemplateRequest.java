package org.itsmsuite.change.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.itsmsuite.change.Action;
import org.itsmsuite.change.Impact;
import org.itsmsuite.change.Subject;
import org.itsmsuite.change.Template;
import org.itsmsuite.web.Texts;

/**
 * A version of a template as somebody writes it.
 *
 * @param id short, such as {@code restart-mail-server}; one that exists gets its next version
 */
record TemplateRequest(
    String id,
    String title,
    String description,
    String service,
    String subject,
    String action,
    String impact,
    List<String> items,
    String implementationPlan,
    String testPlan,
    String backOutPlan,
    String group) {

  private static final int MOST_ITEMS = 1_000;

  /**
   * @throws org.itsmsuite.refusal.Refusal that names every field that is not valid
   */
  Template.Text checked() {
    var texts = new Texts();
    String name = texts.required("id", id, 64);
    if (name != null && !name.matches("[a-z0-9][a-z0-9-]*")) {
      texts.wrong(
          "id", "change.template-id", "Small letters, digits and hyphens, such as restart-mail.");
    }
    List<String> named = items == null ? List.of() : items;
    if (named.size() > MOST_ITEMS) {
      texts.wrong("items", "request.out-of-range", "At most " + MOST_ITEMS + ".");
    }
    var text =
        new Template.Text(
            texts.required("title", title, 200),
            texts.lines("description", description, 10_000),
            texts.required("service", service, 100),
            named(texts, "subject", subject, Subject.values()),
            named(texts, "action", action, Action.values()),
            named(texts, "impact", impact, Impact.values()),
            named.stream()
                .limit(MOST_ITEMS)
                .map(one -> texts.required("items", one, 100))
                .filter(Objects::nonNull)
                .toList(),
            texts.requiredLines("implementationPlan", implementationPlan, 10_000),
            texts.lines("testPlan", testPlan, 10_000),
            texts.requiredLines("backOutPlan", backOutPlan, 10_000),
            texts.optional("group", group, 100));
    texts.verify();
    return text;
  }

  private static <E extends Enum<E>> E named(Texts texts, String field, String name, E[] all) {
    String text = texts.required(field, name, 32);
    if (text == null) {
      return null;
    }
    return Arrays.stream(all)
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseGet(
            () -> {
              texts.wrong(
                  field,
                  "change.unknown-" + field,
                  "One of " + Arrays.toString(all) + " is expected.");
              return null;
            });
  }
}
