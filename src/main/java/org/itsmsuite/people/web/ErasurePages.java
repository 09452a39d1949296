package org.itsmsuite.people.web;

import java.util.Arrays;
import java.util.List;
import org.itsmsuite.people.Erased;
import org.itsmsuite.people.Erasure;
import org.itsmsuite.people.Erasures;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.NavigationItem;
import org.itsmsuite.web.RefusedForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Looks for traces of a person, asks for them to be erased, and approves it. */
@Controller
@RequestMapping("/people/erasure")
class ErasurePages {

  private final Erasures erasures;
  private final ErasureRights rights;

  ErasurePages(Erasures erasures, ErasureRights rights) {
    this.erasures = erasures;
    this.rights = rights;
  }

  @GetMapping
  String page(
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "") String otherNames,
      Model model) {
    rights.require();
    try {
      look(account, otherNames, model);
    } catch (Refusal refusal) {
      RefusedForm.tell(model, refusal);
    }
    return filled(new Form(account, otherNames, ""), model);
  }

  /** What was entered. */
  record Form(String account, String otherNames, String reason) {}

  record Open(Erasure erasure, boolean approvable) {}

  private void look(String account, String otherNames, Model model) {
    if (!account.isBlank()) {
      model.addAttribute(
          "plan",
          erasures.plan(ErasureRequest.account(account), asked(null, otherNames).checkedNames()));
    }
  }

  private String filled(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute(
        "open",
        erasures.open().stream().map(one -> new Open(one, erasures.mayApprove(one))).toList());
    return "people/erasure";
  }

  @PostMapping
  String ask(
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "") String otherNames,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      RedirectAttributes flash) {
    rights.require();
    try {
      var asked = asked(reason, otherNames);
      String name = ErasureRequest.account(account);
      erasures.request(name, asked.checkedNames(), asked.checkedReason());
      flash.addFlashAttribute("message", "Asked for. Somebody else has to approve it.");
      return "redirect:/people/erasure";
    } catch (Refusal refusal) {
      return refused(refusal, new Form(account, otherNames, reason), model);
    }
  }

  /** With what there is of the person, if that can be looked for. */
  private String refused(Refusal refusal, Form form, Model model) {
    try {
      look(form.account(), form.otherNames(), model);
    } catch (Refusal same) {
      // Told below already.
    }
    RefusedForm.tell(model, refusal);
    return filled(form, model);
  }

  @PostMapping("/approve")
  String approve(@RequestParam(defaultValue = "") String account, RedirectAttributes flash) {
    rights.require();
    try {
      Erased erased = erasures.approve(ErasureRequest.account(account));
      flash.addFlashAttribute("message", "Erased. What is left says " + erased.pseudonym() + ".");
      flash.addFlashAttribute("mentions", erased.mentions());
    } catch (Refusal refusal) {
      RefusedForm.tellNext(flash, refusal);
    }
    return "redirect:/people/erasure";
  }

  @PostMapping("/withdraw")
  String withdraw(@RequestParam(defaultValue = "") String account, RedirectAttributes flash) {
    rights.require();
    try {
      erasures.withdraw(ErasureRequest.account(account));
      flash.addFlashAttribute("message", "Taken back.");
    } catch (Refusal refusal) {
      RefusedForm.tellNext(flash, refusal);
    }
    return "redirect:/people/erasure";
  }

  /** One name on each line. */
  private static ErasureRequest asked(String reason, String names) {
    List<String> lines = Arrays.stream(names.split("\\R")).map(String::strip).toList();
    return new ErasureRequest(reason, lines, false);
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {

    @Bean
    NavigationItem erasureEntry() {
      return new NavigationItem(85, "/people/erasure", "Erase a person", ErasureRights.ERASE);
    }
  }
}
