package org.itsmsuite.competence.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.competence.web.CompetenceBodies.PageBody;
import org.itsmsuite.competence.web.CompetenceBodies.ProofsBody;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is proven in what, and what is needed, for people. */
@Controller
@RequestMapping("/competences")
class CompetencePages {

  private static final int SIZE = 50;
  private static final int LAST_PAGE = 1_000_000;

  private final CompetenceDesk desk;

  CompetencePages(CompetenceDesk desk) {
    this.desk = desk;
  }

  /** A filter that cannot be read is told beside it; nothing is listed then. */
  @GetMapping
  String competences(
      @RequestParam(required = false) String account,
      @RequestParam(required = false) String at,
      @RequestParam(defaultValue = "0") String page,
      Model model) {
    int number = page.matches("[0-9]{1,7}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
    var proofs = new ProofsBody(Instant.EPOCH, List.of(), new PageBody(0, SIZE, 0, 0));
    try {
      proofs = desk.proofs(account, at, number, SIZE);
      model.addAttribute("needs", desk.needs(at));
    } catch (Refusal refusal) {
      model.addAttribute("unreadable", detail(refusal));
      model.addAttribute("needs", List.of());
    }
    model.addAttribute("proofs", proofs);
    model.addAttribute("account", account);
    model.addAttribute("at", at);
    model.addAttribute("groups", Groups.all());
    model.addAttribute("skills", desk.skills());
    model.addAttribute("mayEnter", desk.mayEnter());
    model.addAttribute("zone", desk.zone());
    return "competence/competences";
  }

  @PostMapping
  String enter(
      @RequestParam(required = false) String account,
      @RequestParam(required = false) String skill,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String until,
      @RequestParam(required = false) String evidence,
      RedirectAttributes flash) {
    return told(
        flash, "The proof is entered.", () -> desk.enter(account, skill, from, until, evidence));
  }

  @PostMapping("/{id}/withdraw")
  String withdraw(
      @PathVariable UUID id,
      @RequestParam(required = false) String reason,
      RedirectAttributes flash) {
    return told(flash, "The proof is withdrawn.", () -> desk.withdraw(id, reason));
  }

  private static String told(RedirectAttributes flash, String done, Runnable step) {
    try {
      step.run();
      flash.addFlashAttribute("message", done);
    } catch (Refusal refusal) {
      flash.addFlashAttribute("refusal", Map.of("key", refusal.key(), "detail", detail(refusal)));
    }
    return "redirect:/competences";
  }

  /** What is wrong with the first field says more than that something is. */
  private static String detail(Refusal refusal) {
    return refusal.offences().isEmpty()
        ? refusal.getMessage()
        : refusal.offences().get(0).field() + ": " + refusal.offences().get(0).detail();
  }
}
