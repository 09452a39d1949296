package org.itsmsuite.web.login.keycloak;

import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.login.ProviderUnavailable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@Profile("keycloak")
class UnavailablePage {

  @RequestMapping(UnavailableAnswer.PAGE)
  void say() {
    throw Refusal.unavailable(ProviderUnavailable.KEY, ProviderUnavailable.DETAIL);
  }
}
