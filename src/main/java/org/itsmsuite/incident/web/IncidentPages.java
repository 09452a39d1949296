package org.itsmsuite.incident.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.catalogue.VisibleServices;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.NewIncident;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.record.Labels;
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

/** Reporting incidents, for people. */
@Controller
@RequestMapping("/incidents")
class IncidentPages {

  private final Incidents incidents;
  private final IncidentAccess access;
  private final Catalogue catalogue;
  private final VisibleServices services;
  private final IdempotencyKeys keys;
  private final Categories categories;

  IncidentPages(
      Incidents incidents,
      IncidentAccess access,
      Catalogue catalogue,
      VisibleServices services,
      IdempotencyKeys keys,
      Categories categories) {
    this.incidents = incidents;
    this.access = access;
    this.catalogue = catalogue;
    this.services = services;
    this.keys = keys;
    this.categories = categories;
  }

  record Choice(String id, String name) {}

  @GetMapping("/report")
  String form(Model model) {
    access.requireReport(null, null);
    return form(
        model,
        new IncidentRequest(null, null, null, null, null, null, null, null, null, null, null, null),
        UUID.randomUUID().toString(),
        Map.of());
  }

  /** The page's own key makes a second click on the button harmless. */
  @PostMapping("/report")
  String report(
      @ModelAttribute IncidentRequest request,
      @RequestParam(required = false) String idempotencyKey,
      Model model,
      RedirectAttributes flash) {
    try {
      NewIncident reported = request.checked("page");
      access.requireReport(reported);
      var outcome =
          keys.once(
              idempotencyKey,
              access.actor().id(),
              "incident.report",
              request,
              () -> incidents.report(reported).number());
      if (!outcome.first()) {
        access.repeated(outcome.record());
      }
      flash.addFlashAttribute(
          "message", "Thank you. Your report has the number " + outcome.record() + ".");
      return "redirect:/incidents/" + outcome.record();
    } catch (Refusal refusal) {
      Map<String, String> errors = new LinkedHashMap<>();
      refusal.offences().forEach(offence -> errors.putIfAbsent(offence.field(), offence.detail()));
      if (errors.isEmpty()) {
        model.addAttribute("refusal", Map.of("key", refusal.key(), "detail", refusal.getMessage()));
      }
      return form(model, request, UUID.randomUUID().toString(), errors);
    }
  }

  private String form(Model model, IncidentRequest form, String key, Map<String, String> errors) {
    boolean staff = access.may("incident.report-for-others");
    model.addAttribute("form", form);
    model.addAttribute("idempotencyKey", key);
    model.addAttribute("errors", errors);
    model.addAttribute("staff", staff);
    model.addAttribute("services", services());
    model.addAttribute("kinds", choices(IncidentKind.values()));
    model.addAttribute("impacts", choices(Impact.values()));
    model.addAttribute("urgencies", choices(Urgency.values()));
    model.addAttribute("categories", categories.all());
    model.addAttribute(
        "customers",
        staff
            ? catalogue.customers().stream().map(one -> new Choice(one.id(), one.name())).toList()
            : List.of());
    return "incident/report";
  }

  private List<Choice> services() {
    return services.to(access.actor()).stream()
        .map((Service service) -> new Choice(service.id(), service.name()))
        .toList();
  }

  private static List<Choice> choices(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> new Choice(value.name(), Labels.of(value))).toList();
  }
}
