package org.itsmsuite.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people get in; each key is explained in {@code config/application.yaml}.
 *
 * @param adminPassword empty when a set-up token shall be printed instead
 */
@ConfigurationProperties("itsm")
public record IdentitySettings(
    @DefaultValue("true") boolean demo,
    boolean demoExposed,
    @DefaultValue("") String adminPassword,
    boolean metricsOpen) {

  /** Never prints the password. */
  @Override
  public String toString() {
    return "IdentitySettings[demo=" + demo + ", demoExposed=" + demoExposed + "]";
  }
}
