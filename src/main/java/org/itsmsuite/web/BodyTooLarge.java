package org.itsmsuite.web;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** More was sent than the server takes; thrown while reading, because a length may be left out. */
class BodyTooLarge extends IOException {

  BodyTooLarge(DataSize limit) {
    super("The body is larger than " + limit.toKilobytes() + " KB.");
  }

  Problem problem() {
    return Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "request.too-large", getMessage());
  }
}
