package org.itsmsuite.web.login.keycloak;

import java.util.Collection;
import java.util.List;
import org.itsmsuite.identity.ServedAddress;
import org.itsmsuite.identity.ServedAddresses;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The two addresses of a log-in at Keycloak, which filters answer. */
@Component
@Profile("keycloak")
class KeycloakAddresses implements ServedAddresses {

  @Override
  public Collection<ServedAddress> all() {
    return List.of(
        new ServedAddress("GET", KeycloakLogin.START, "way to Keycloak"),
        new ServedAddress("GET", "/login/oauth2/code/keycloak", "way back from Keycloak"));
  }
}
