package org.itsmsuite.duty.web;

import java.util.UUID;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.RefusedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Duties, exceptions and their uses on one page. */
@Controller
@RequestMapping("/duties")
class DutiesPage {

  private static final int SIZE = 50;
  private static final int LAST_PAGE = 1_000_000;

  private final DutyDesk desk;

  DutiesPage(DutyDesk desk) {
    this.desk = desk;
  }

  /** An exception as it is asked for. */
  record ExceptionForm(String duty, String reason, String from, String until) {

    static final ExceptionForm EMPTY = new ExceptionForm(null, null, null, null);
  }

  /** The end of an exception that was refused. */
  record Ending(long id, String reason) {}

  @GetMapping
  String duties(@RequestParam(defaultValue = "0") String page, Model model) {
    int at = page.matches("[0-9]{1,7}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
    return filled(at, ExceptionForm.EMPTY, model);
  }

  private String filled(int page, ExceptionForm form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("idempotencyKey", UUID.randomUUID().toString());
    model.addAttribute("duties", desk.duties());
    model.addAttribute("conflicts", desk.conflicts());
    model.addAttribute("exceptions", desk.exceptions());
    model.addAttribute("uses", desk.uses(null, page, SIZE));
    model.addAttribute("on", desk.areOn());
    model.addAttribute("mayApprove", desk.mayApprove());
    model.addAttribute("zone", desk.zone());
    return "duty/duties";
  }

  /** The page's own key makes a second click on the button harmless. */
  @PostMapping("/exceptions")
  String approve(
      @ModelAttribute("form") ExceptionForm form,
      @RequestParam(required = false) String idempotencyKey,
      Model model,
      RedirectAttributes flash) {
    try {
      desk.approveOnce(idempotencyKey, form);
      flash.addFlashAttribute("message", "The exception is approved.");
      return "redirect:/duties";
    } catch (Refusal refusal) {
      RefusedForm.tell(model, refusal);
      return filled(0, form, model);
    }
  }

  @PostMapping("/exceptions/{id}/end")
  String end(
      @PathVariable long id,
      @RequestParam(required = false) String reason,
      Model model,
      RedirectAttributes flash) {
    try {
      desk.end(id, reason);
      flash.addFlashAttribute("message", "The exception has ended.");
      return "redirect:/duties";
    } catch (Refusal refusal) {
      RefusedForm.tell(model, refusal, field -> "end-" + id);
      model.addAttribute("ending", new Ending(id, reason));
      return filled(0, ExceptionForm.EMPTY, model);
    }
  }
}
