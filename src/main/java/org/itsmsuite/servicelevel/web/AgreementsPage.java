package org.itsmsuite.servicelevel.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All agreements on one page. */
@Controller
class AgreementsPage {

  private final AgreementRegister register;

  AgreementsPage(AgreementRegister register) {
    this.register = register;
  }

  @GetMapping("/agreements")
  String agreements(Model model) {
    model.addAttribute("agreements", register.all());
    return "servicelevel/agreements";
  }
}
