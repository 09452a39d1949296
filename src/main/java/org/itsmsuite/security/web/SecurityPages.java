package org.itsmsuite.security.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.security.NewSecurityIncident;
import org.itsmsuite.security.SecurityIncidents;
import org.itsmsuite.web.IdempotencyKeys;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Raising security incidents, for people. */
@Controller
@RequestMapping("/security-incidents")
class SecurityPages {

  private final SecurityIncidents incidents;
  private final SecurityAccess access;
  private final Catalogue catalogue;
  private final PageWords words;
  private final IdempotencyKeys keys;

  SecurityPages(
      SecurityIncidents incidents,
      SecurityAccess access,
      Catalogue catalogue,
      PageWords words,
      IdempotencyKeys keys) {
    this.incidents = incidents;
    this.access = access;
    this.catalogue = catalogue;
    this.words = words;
    this.keys = keys;
  }

  record Choice(String id, String name) {}

  @GetMapping("/raise")
  String form(Model model) {
    access.requireReport();
    return form(model, SecurityRequest.EMPTY, Map.of());
  }

  /** The page's own key makes a second click on the button harmless. */
  @PostMapping("/raise")
  String raise(
      @ModelAttribute SecurityRequest request,
      @RequestParam(required = false) String idempotencyKey,
      Model model,
      RedirectAttributes flash) {
    access.requireReport();
    try {
      NewSecurityIncident raised = request.checked(words.zone());
      var outcome =
          keys.once(
              idempotencyKey,
              access.actor().id(),
              "security.raise",
              request,
              () -> incidents.raise(raised).number());
      flash.addFlashAttribute("message", "Raised as " + outcome.record() + ".");
      return "redirect:/security-incidents/" + outcome.record();
    } catch (Refusal refusal) {
      Map<String, String> errors = new LinkedHashMap<>();
      refusal.offences().forEach(offence -> errors.putIfAbsent(offence.field(), offence.detail()));
      if (errors.isEmpty()) {
        model.addAttribute("refusal", Map.of("key", refusal.key(), "detail", refusal.getMessage()));
      }
      return form(model, request, errors);
    }
  }

  private String form(Model model, SecurityRequest form, Map<String, String> errors) {
    model.addAttribute("form", form);
    model.addAttribute("idempotencyKey", UUID.randomUUID().toString());
    model.addAttribute("errors", errors);
    model.addAttribute(
        "services",
        catalogue.services().stream().map(one -> new Choice(one.id(), one.name())).toList());
    model.addAttribute("customers", customers());
    model.addAttribute("zone", words.zone().getId());
    return "security/raise";
  }

  private List<Choice> customers() {
    return catalogue.customers().stream().map(one -> new Choice(one.id(), one.name())).toList();
  }
}
