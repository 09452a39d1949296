package org.itsmsuite.incident.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The one address that messages link to, whatever kind of record it is. */
@Controller
class RecordRedirect {

  @GetMapping("/records/{number:INC-[0-9]+}")
  String incident(@PathVariable String number) {
    return "redirect:/incidents/" + number;
  }
}
