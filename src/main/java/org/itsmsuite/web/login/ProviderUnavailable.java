package org.itsmsuite.web.login;

import java.util.List;
import org.itsmsuite.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** Whether somebody may come in cannot be found out: the identity provider does not answer. */
public class ProviderUnavailable extends AuthenticationException {

  /** Stable: what programs and people are told. */
  public static final String KEY = "login.unavailable";

  public static final String DETAIL =
      "Nobody can log in at the moment: the server that checks log-ins does not answer. Whoever is"
          + " logged in can go on working. Try again in a minute; if it lasts, tell whoever runs"
          + " that server.";

  public ProviderUnavailable(Throwable cause) {
    super(DETAIL, cause);
  }

  /** The same as a problem document. */
  public static Problem problem() {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE, DETAIL, KEY, List.of());
  }
}
