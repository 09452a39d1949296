package org.itsmsuite.change.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.catalogue.VisibleServices;
import org.itsmsuite.change.Action;
import org.itsmsuite.change.ChangeTemplates;
import org.itsmsuite.change.Changes;
import org.itsmsuite.change.Impact;
import org.itsmsuite.change.NewChange;
import org.itsmsuite.change.Subject;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.IdempotencyKeys;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for changes, for people. */
@Controller
@RequestMapping("/changes")
class ChangePages {

  private final Changes changes;
  private final ChangeAccess access;
  private final VisibleServices services;
  private final SupportGroups groups;
  private final ChangeTemplates templates;
  private final PageWords words;
  private final IdempotencyKeys keys;

  ChangePages(
      Changes changes,
      ChangeAccess access,
      VisibleServices services,
      SupportGroups groups,
      ChangeTemplates templates,
      PageWords words,
      IdempotencyKeys keys) {
    this.changes = changes;
    this.access = access;
    this.services = services;
    this.groups = groups;
    this.templates = templates;
    this.words = words;
    this.keys = keys;
  }

  record Choice(String id, String name) {}

  @GetMapping("/new")
  String form(Model model) {
    return form(model, ChangeForm.EMPTY, Map.of());
  }

  /** The page's own key makes a second click on the button harmless. */
  @PostMapping("/new")
  String request(
      @ModelAttribute ChangeForm form,
      @RequestParam(required = false) String idempotencyKey,
      Model model,
      RedirectAttributes flash) {
    try {
      NewChange asked = form.request().checked(words.zone());
      access.requireRequest(asked);
      var outcome =
          keys.once(
              idempotencyKey,
              access.actor().id(),
              "change.request",
              form,
              () -> changes.request(asked).number());
      flash.addFlashAttribute("message", "Recorded as " + outcome.record() + ".");
      return "redirect:/changes/" + outcome.record();
    } catch (Refusal refusal) {
      Map<String, String> errors = new LinkedHashMap<>();
      refusal.offences().forEach(offence -> errors.putIfAbsent(offence.field(), offence.detail()));
      if (errors.isEmpty()) {
        model.addAttribute("refusal", Map.of("key", refusal.key(), "detail", refusal.getMessage()));
      }
      return form(model, form, errors);
    }
  }

  private String form(Model model, ChangeForm form, Map<String, String> errors) {
    model.addAttribute("form", form);
    model.addAttribute("idempotencyKey", UUID.randomUUID().toString());
    model.addAttribute("errors", errors);
    model.addAttribute(
        "services",
        services.to(access.actor()).stream().map(one -> new Choice(one.id(), one.name())).toList());
    model.addAttribute(
        "groups", groups.all().stream().map(one -> new Choice(one.id(), one.name())).toList());
    model.addAttribute(
        "templates",
        templates.usable().stream().map(one -> new Choice(one.id(), one.text().title())).toList());
    model.addAttribute("subjects", choices(Subject.values()));
    model.addAttribute("actions", choices(Action.values()));
    model.addAttribute("impacts", choices(Impact.values()));
    model.addAttribute("internal", access.internal());
    model.addAttribute("zone", words.zone().getId());
    return "change/new";
  }

  private static List<Choice> choices(Enum<?>[] values) {
    return Arrays.stream(values).map(one -> new Choice(one.name(), Labels.of(one))).toList();
  }
}
