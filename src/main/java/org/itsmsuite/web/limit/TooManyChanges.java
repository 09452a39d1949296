package org.itsmsuite.web.limit;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** More was sent in a short time than one account may. Nothing of it was done. */
public class TooManyChanges extends ErrorResponseException {

  TooManyChanges(Duration wait) {
    super(HttpStatus.TOO_MANY_REQUESTS);
    getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(wholeSeconds(wait)));
  }

  /** Rounded up: who comes back then is let in. */
  public static long wholeSeconds(Duration wait) {
    return wait.plusNanos(999_999_999).toSeconds();
  }
}
