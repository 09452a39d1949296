package org.itsmsuite.audit.web;

import java.util.List;
import java.util.UUID;
import org.itsmsuite.audit.AuditedPractices;
import org.itsmsuite.audit.web.AuditBodies.AccessPageBody;
import org.itsmsuite.audit.web.AuditBodies.EngagementBody;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.RefusedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Engagements and accesses for people. */
@Controller
class AuditPages {

  private static final int SIZE = 50;
  private static final int LAST_PAGE = 1_000_000;

  private final AuditDesk desk;
  private final AuditedPractices practices;
  private final Catalogue catalogue;

  AuditPages(AuditDesk desk, AuditedPractices practices, Catalogue catalogue) {
    this.desk = desk;
    this.practices = practices;
    this.catalogue = catalogue;
  }

  /** A choice of the form. */
  record Option(String value, String label) {}

  /**
   * An engagement and the form that would change it.
   *
   * @param changing whether that form was refused
   */
  record Row(EngagementBody one, EngagementForm form, boolean changing) {}

  /** An end that was refused. */
  record Ending(long id, String reason) {}

  @GetMapping("/audit-engagements")
  String engagements(Model model) {
    return filled(EngagementForm.EMPTY, null, model);
  }

  /**
   * @param form new, or of the one to be changed
   * @param changing null for a new one
   */
  private String filled(EngagementForm form, Long changing, Model model) {
    model.addAttribute(
        "rows", desk.engagements().stream().map(one -> row(one, form, changing)).toList());
    model.addAttribute("mayEngage", desk.mayEngage());
    model.addAttribute("zone", desk.zone());
    model.addAttribute("form", changing == null ? form : EngagementForm.EMPTY);
    model.addAttribute("idempotencyKey", UUID.randomUUID().toString());
    if (desk.mayEngage()) {
      choices(model);
    }
    return "audit/engagements";
  }

  private Row row(EngagementBody one, EngagementForm form, Long changing) {
    boolean isChanging = changing != null && changing == one.id();
    return new Row(one, isChanging ? form : EngagementForm.of(one, desk.zone()), isChanging);
  }

  private void choices(Model model) {
    model.addAttribute(
        "practices", practices.names().stream().map(name -> new Option(name, name)).toList());
    model.addAttribute(
        "services",
        catalogue.services().stream().map(one -> new Option(one.id(), one.name())).toList());
    model.addAttribute(
        "customers",
        catalogue.services().stream()
            .flatMap(one -> one.customers().stream())
            .distinct()
            .map(id -> new Option(id, catalogue.customer(id).map(c -> c.name()).orElse(id)))
            .toList());
  }

  /** The page's own key makes a second click on the button harmless. */
  @PostMapping("/audit-engagements")
  String give(
      @ModelAttribute("form") EngagementForm form,
      @RequestParam(required = false) String idempotencyKey,
      Model model,
      RedirectAttributes flash) {
    try {
      desk.giveOnce(idempotencyKey, form.written());
      flash.addFlashAttribute("message", "The engagement is given.");
      return "redirect:/audit-engagements";
    } catch (Refusal refusal) {
      RefusedForm.tell(model, refusal, AuditPages::idOf);
      return filled(form, null, model);
    }
  }

  /** The fields for several things are named for one of them. */
  private static String idOf(String field) {
    return switch (field) {
      case "practices", "scope" -> "practice";
      case "services" -> "service";
      case "customers" -> "customer";
      default -> field;
    };
  }

  @PostMapping("/audit-engagements/{id}/change")
  String change(
      @PathVariable long id,
      @ModelAttribute("form") EngagementForm form,
      Model model,
      RedirectAttributes flash) {
    try {
      desk.change(id, form.changing(desk.engagement(id), desk.zone()), form.reason());
      flash.addFlashAttribute("message", "The engagement is changed.");
      return "redirect:/audit-engagements";
    } catch (Refusal refusal) {
      RefusedForm.tell(model, refusal, field -> idOf(field) + "-" + id);
      return filled(form, id, model);
    }
  }

  @PostMapping("/audit-engagements/{id}/end")
  String end(
      @PathVariable long id,
      @RequestParam(required = false) String reason,
      Model model,
      RedirectAttributes flash) {
    try {
      desk.end(id, reason);
      flash.addFlashAttribute("message", "The engagement has ended.");
      return "redirect:/audit-engagements";
    } catch (Refusal refusal) {
      RefusedForm.tell(model, refusal, field -> "end-" + id);
      model.addAttribute("ending", new Ending(id, reason));
      return filled(EngagementForm.EMPTY, null, model);
    }
  }

  /** A page that cannot be read is the first; a time that cannot is told beside it. */
  @GetMapping("/audit-access")
  String access(
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "0") String page,
      Model model) {
    int at = page.matches("[0-9]{1,7}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
    List<String> readers = desk.readers();
    model.addAttribute("readers", readers);
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    model.addAttribute("zone", desk.zone());
    String whose = account.isBlank() && !readers.isEmpty() ? readers.get(0) : account.strip();
    model.addAttribute("account", whose);
    try {
      model.addAttribute("accesses", desk.accesses(whose, from, to, at, SIZE));
    } catch (Refusal refusal) {
      if (refusal.offences().isEmpty()) {
        throw refusal;
      }
      RefusedForm.tell(model, refusal);
      model.addAttribute("accesses", new AccessPageBody(whose, null, List.of(), 0, SIZE, 0));
    }
    return "audit/access";
  }
}
