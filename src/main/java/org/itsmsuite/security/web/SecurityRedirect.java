package org.itsmsuite.security.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The one address that messages link to, whatever kind of record it is. */
@Controller
class SecurityRedirect {

  @GetMapping("/records/{number:SEC-[0-9]+}")
  String securityIncident(@PathVariable String number) {
    return "redirect:/security-incidents/" + number;
  }
}
