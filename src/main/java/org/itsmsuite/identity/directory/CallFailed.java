package org.itsmsuite.identity.directory;

/** One call to Keycloak that brought no answer; the message says why and holds no secret. */
final class CallFailed extends RuntimeException {

  CallFailed(String reason) {
    super(reason);
  }

  CallFailed(String reason, Throwable cause) {
    super(reason, cause);
  }
}
