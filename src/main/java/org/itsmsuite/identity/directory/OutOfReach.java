package org.itsmsuite.identity.directory;

import java.util.List;
import org.itsmsuite.refusal.Refusal;

/** Keycloak was not, or could not be, asked. Whoever needs its answer hears this. */
public final class OutOfReach extends Refusal {

  public static final String KEY = "identity.directory-unavailable";

  OutOfReach(Throwable reason) {
    super(
        Kind.UNAVAILABLE,
        KEY,
        "The directory of people and groups does not answer at the moment. Try again in a minute.",
        List.of());
    if (reason != null) {
      initCause(reason);
    }
  }
}
