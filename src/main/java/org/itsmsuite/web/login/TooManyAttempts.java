package org.itsmsuite.web.login;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords; whether there is such an account is not said. */
class TooManyAttempts extends AuthenticationException {

  private final transient Duration wait;

  TooManyAttempts(Duration wait) {
    super("Too many wrong passwords");
    this.wait = wait;
  }

  /** Until the next attempt is taken. */
  Duration waiting() {
    return wait;
  }
}
