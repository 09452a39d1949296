package org.itsmsuite.competence.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.competence.web.CompetenceBodies.PageBody;
import org.itsmsuite.competence.web.CompetenceBodies.ProofsBody;
import org.itsmsuite.identity.Groups;
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

  /** A proof as it is entered. */
  record ProofForm(String account, String skill, String from, String until, String evidence) {

    static final ProofForm EMPTY = new ProofForm(null, null, null, null, null);
  }

  /** A withdrawal that was refused. */
  record Withdrawal(UUID id, String reason) {}

  @GetMapping
  String competences(
      @RequestParam(required = false) String account,
      @RequestParam(required = false) String at,
      @RequestParam(defaultValue = "0") String page,
      Model model) {
    int number = page.matches("[0-9]{1,7}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
    model.addAttribute("account", account);
    model.addAttribute("at", at);
    return filled(account, at, number, ProofForm.EMPTY, model);
  }

  /** A filter that cannot be read is told beside it; nothing is listed then. */
  private String filled(String account, String at, int page, ProofForm form, Model model) {
    var proofs = new ProofsBody(Instant.EPOCH, List.of(), new PageBody(0, SIZE, 0, 0));
    try {
      proofs = desk.proofs(account, at, page, SIZE);
      model.addAttribute("needs", desk.needs(at));
    } catch (Refusal refusal) {
      if (refusal.offences().isEmpty()) {
        throw refusal;
      }
      model.addAttribute("unreadable", detail(refusal));
      model.addAttribute("needs", List.of());
    }
    model.addAttribute("proofs", proofs);
    model.addAttribute("form", form);
    model.addAttribute("idempotencyKey", UUID.randomUUID().toString());
    model.addAttribute("groups", Groups.all());
    model.addAttribute("skills", desk.skills());
    model.addAttribute("claim", desk.claim());
    model.addAttribute("mayEnter", desk.mayEnter());
    model.addAttribute("zone", desk.zone());
    return "competence/competences";
  }

  /** The page's own key makes a second click on the button harmless. */
  @PostMapping
  String enter(
      @ModelAttribute("form") ProofForm form,
      @RequestParam(required = false) String idempotencyKey,
      Model model,
      RedirectAttributes flash) {
    try {
      desk.enterOnce(idempotencyKey, form);
      flash.addFlashAttribute("message", "The proof is entered.");
      return "redirect:/competences";
    } catch (Refusal refusal) {
      RefusedForm.tell(model, refusal);
      model.addAttribute("entering", true);
      return filled(null, null, 0, form, model);
    }
  }

  @PostMapping("/{id}/withdraw")
  String withdraw(
      @PathVariable UUID id,
      @RequestParam(required = false) String reason,
      Model model,
      RedirectAttributes flash) {
    try {
      desk.withdraw(id, reason);
      flash.addFlashAttribute("message", "The proof is withdrawn.");
      return "redirect:/competences";
    } catch (Refusal refusal) {
      RefusedForm.tell(model, refusal, field -> "withdraw-" + id);
      model.addAttribute("withdrawal", new Withdrawal(id, reason));
      return filled(null, null, 0, ProofForm.EMPTY, model);
    }
  }

  /** What is wrong with the first field says more than that something is. */
  private static String detail(Refusal refusal) {
    return refusal.offences().get(0).field() + ": " + refusal.offences().get(0).detail();
  }
}
