package org.itsmsuite.web.login;

import java.security.Principal;
import org.itsmsuite.identity.Demo;
import org.itsmsuite.identity.SetUp;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LoginPages {

  private final Demo demo;
  private final ObjectProvider<SetUp> setUp;
  private final LoginMethod login;

  LoginPages(Demo demo, ObjectProvider<SetUp> setUp, LoginMethod login) {
    this.demo = demo;
    this.setUp = setUp;
    this.login = login;
  }

  @GetMapping("/login")
  String login(Principal user, @RequestParam(required = false) String go, Model model) {
    if (user != null) {
      return "redirect:/";
    }
    model.addAttribute("logIn", go == null ? "asked" : "at-once");
    return fill(model);
  }

  /** What the log-in page shows, whyever it is shown; returns its name. */
  String fill(Model model) {
    model.addAttribute("demoAccounts", demo.accounts());
    model.addAttribute("setUpOpen", setUp.stream().anyMatch(SetUp::isOpen));
    return login.page();
  }

  /** Reached only by a link from elsewhere: {@link LogoutRequests} takes all others. */
  @GetMapping("/logout")
  String confirmLogout(Principal user) {
    return user == null ? "redirect:/login" : "logout";
  }
}
