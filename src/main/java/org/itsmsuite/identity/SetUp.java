package org.itsmsuite.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.itsmsuite.refusal.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The first administrator of a suite without demo accounts: by a password from the environment, or
 * by whoever can read the start-up log and so knows the token.
 */
@Component
@Profile("!keycloak")
public class SetUp {

  /** The account that set-up creates. */
  public static final String ADMINISTRATOR = "admin";

  private final IdentitySettings settings;
  private final Demo demo;
  private final Accounts accounts;
  private String token;

  SetUp(IdentitySettings settings, Demo demo, Accounts accounts) {
    this.settings = settings;
    this.demo = demo;
    this.accounts = accounts;
  }

  /**
   * Creates the administrator from the settings, or opens set-up; does nothing where there is one.
   */
  public synchronized void prepare() {
    if (demo.on() || accounts.hasAdministrator()) {
      return;
    }
    if (settings.adminPassword().isEmpty()) {
      var random = new byte[20];
      new SecureRandom().nextBytes(random);
      token = HexFormat.of().formatHex(random);
      return;
    }
    Passwords.fault(ADMINISTRATOR, settings.adminPassword())
        .ifPresent(
            fault -> {
              throw new IllegalStateException("ITSM_ADMIN_PASSWORD: " + fault.getMessage());
            });
    accounts.createAdministrator(ADMINISTRATOR, settings.adminPassword());
  }

  public synchronized boolean isOpen() {
    return token != null;
  }

  /** What the start-up log prints; empty when set-up is over. It is a new one after each start. */
  public synchronized Optional<String> token() {
    return Optional.ofNullable(token);
  }

  /** Creates the administrator and closes set-up for good. */
  public synchronized void complete(String givenToken, String password) {
    if (token == null) {
      throw Refusal.notFound("setup.closed", "Set-up is over: there is an administrator.");
    }
    if (!MessageDigest.isEqual(bytes(token), bytes(givenToken == null ? "" : givenToken.strip()))) {
      throw Refusal.invalid(
          "setup.wrong-token", "token", "This is not the token that the start-up log shows.");
    }
    Passwords.fault(ADMINISTRATOR, password)
        .ifPresent(
            fault -> {
              throw fault;
            });
    accounts.createAdministrator(ADMINISTRATOR, password);
    token = null;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
