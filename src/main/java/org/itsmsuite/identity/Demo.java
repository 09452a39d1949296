package org.itsmsuite.identity;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Whether this is a demonstration, with accounts whose passwords everybody knows. */
@Component
@EnableConfigurationProperties(IdentitySettings.class)
public class Demo {

  private final boolean on;
  private final boolean exposed;

  Demo(IdentitySettings settings, Environment environment) {
    var ownAccounts = !environment.acceptsProfiles(Profiles.of("keycloak"));
    this.on = settings.demo() && ownAccounts;
    this.exposed = on && settings.demoExposed();
  }

  public boolean on() {
    return on;
  }

  /** Other machines may reach the demo accounts. */
  public boolean exposed() {
    return exposed;
  }

  /** What to show on the log-in page; empty when there are none. */
  public List<DemoAccount> accounts() {
    return on ? DemoAccount.ALL : List.of();
  }
}
