package org.itsmsuite.web.login;

import org.springframework.security.core.AuthenticationException;

/** A token does not count: it is no token of ours, altered, too old, or taken back. */
public class TokenRefused extends AuthenticationException {

  public TokenRefused(Throwable cause) {
    super(
        "The token does not count: it is not from our identity provider, not meant for the suite,"
            + " altered, expired or taken back. Get a new one.",
        cause);
  }
}
