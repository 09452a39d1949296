package org.itsmsuite.web.login;

import org.itsmsuite.identity.SetUp;
import org.itsmsuite.refusal.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the first administrator comes from; gone as soon as there is one. */
@Controller
@Profile("!keycloak")
class SetUpPage {

  private final SetUp setUp;

  SetUpPage(SetUp setUp) {
    this.setUp = setUp;
  }

  @GetMapping("/setup")
  String ask(Model model) {
    if (!setUp.isOpen()) {
      throw Refusal.notFound("setup.closed", "Set-up is over: there is an administrator.");
    }
    model.addAttribute("account", SetUp.ADMINISTRATOR);
    return "setup";
  }

  @PostMapping("/setup")
  String complete(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String repeated,
      Model model) {
    try {
      if (!password.equals(repeated)) {
        throw Refusal.invalid(
            "setup.not-repeated", "repeated", "The two passwords are not the same.");
      }
      setUp.complete(token, password);
      return "redirect:/login?ready";
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      model.addAttribute("account", SetUp.ADMINISTRATOR);
      model.addAttribute("fault", refusal);
      return "setup";
    }
  }
}
