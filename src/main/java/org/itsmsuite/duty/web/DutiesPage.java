package org.itsmsuite.duty.web;

import java.util.Map;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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

  @GetMapping
  String duties(@RequestParam(defaultValue = "0") String page, Model model) {
    int at = page.matches("[0-9]{1,7}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
    model.addAttribute("duties", desk.duties());
    model.addAttribute("conflicts", desk.conflicts());
    model.addAttribute("exceptions", desk.exceptions());
    model.addAttribute("uses", desk.uses(null, at, SIZE));
    model.addAttribute("on", desk.areOn());
    model.addAttribute("mayApprove", desk.mayApprove());
    model.addAttribute("zone", desk.zone());
    return "duty/duties";
  }

  @PostMapping("/exceptions")
  String approve(
      @RequestParam(required = false) String duty,
      @RequestParam(required = false) String reason,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String until,
      RedirectAttributes flash) {
    return told(flash, "The exception is approved.", () -> desk.approve(duty, reason, from, until));
  }

  @PostMapping("/exceptions/{id}/end")
  String end(
      @PathVariable long id,
      @RequestParam(required = false) String reason,
      RedirectAttributes flash) {
    return told(flash, "The exception has ended.", () -> desk.end(id, reason));
  }

  private static String told(RedirectAttributes flash, String done, Runnable step) {
    try {
      step.run();
      flash.addFlashAttribute("message", done);
    } catch (Refusal refusal) {
      flash.addFlashAttribute(
          "refusal", Map.of("key", refusal.key(), "detail", refusal.getMessage()));
    }
    return "redirect:/duties";
  }
}
