package org.itsmsuite.identity.process.keycloak;

import jakarta.ws.rs.core.Response.Status;
import java.util.function.Supplier;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.itsmsuite.refusal.Refusal;

/** A question of the engine's to the directory. */
final class Question {

  private Question() {}

  /**
   * Asks; a refusal goes on inside of the exception that the engine's own REST resources give its
   * status to. They answer Tasklist and Admin, where nobody else would know it.
   */
  static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (Refusal refusal) {
      var status =
          refusal.kind() == Refusal.Kind.UNAVAILABLE
              ? Status.SERVICE_UNAVAILABLE
              : Status.BAD_REQUEST;
      throw new RestException(status, refusal, refusal.key() + ": " + refusal.getMessage());
    }
  }
}
