package org.itsmsuite.audit.web;

import java.util.List;
import java.util.Map;
import org.itsmsuite.audit.AuditedPractices;
import org.itsmsuite.audit.web.AuditDesk.Written;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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

  @GetMapping("/audit-engagements")
  String engagements(Model model) {
    model.addAttribute("engagements", desk.engagements());
    model.addAttribute("mayEngage", desk.mayEngage());
    model.addAttribute("zone", desk.zone());
    if (desk.mayEngage()) {
      model.addAttribute("practices", practices.names());
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
    return "audit/engagements";
  }

  @PostMapping("/audit-engagements")
  String give(
      @RequestParam(required = false) String account,
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String until,
      @RequestParam(required = false) List<String> practice,
      @RequestParam(required = false) List<String> service,
      @RequestParam(required = false) List<String> customer,
      @RequestParam(required = false) String recordsFrom,
      @RequestParam(required = false) String recordsUntil,
      @RequestParam(required = false) String purpose,
      RedirectAttributes flash) {
    var written =
        new Written(
            account,
            kind,
            from,
            until,
            practice,
            service,
            customer,
            recordsFrom,
            recordsUntil,
            purpose);
    return told(flash, "The engagement is given.", () -> desk.give(written));
  }

  @PostMapping("/audit-engagements/{id}/end")
  String end(
      @PathVariable long id,
      @RequestParam(required = false) String reason,
      RedirectAttributes flash) {
    return told(flash, "The engagement has ended.", () -> desk.end(id, reason));
  }

  private static String told(RedirectAttributes flash, String done, Runnable step) {
    try {
      step.run();
      flash.addFlashAttribute("message", done);
    } catch (Refusal refusal) {
      flash.addFlashAttribute(
          "refusal", Map.of("key", refusal.key(), "detail", refusal.getMessage()));
    }
    return "redirect:/audit-engagements";
  }

  /** A page or time that cannot be read is left out, as a page in a browser should. */
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
    model.addAttribute("accesses", desk.accesses(whose, from, to, at, SIZE));
    return "audit/access";
  }
}
