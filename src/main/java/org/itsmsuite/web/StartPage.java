package org.itsmsuite.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page at the root: what waits for this person. */
@Controller
class StartPage {

  private final List<StartCards> offers;

  StartPage(List<StartCards> offers) {
    this.offers = offers;
  }

  @GetMapping("/")
  String start(Model model) {
    model.addAttribute("cards", offers.stream().flatMap(one -> one.cards().stream()).toList());
    return "start";
  }
}
