package org.itsmsuite.web.login;

import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;

/** Whether somebody gets in, and if not, why. */
class Verdict extends AuthorizationDecision {

  enum Reason {
    PERMITTED,
    /** The address is there for others. */
    NOT_PERMITTED,
    /** The address is not there, for nobody. */
    ABSENT,
    /** The address does not take this method. */
    OTHER_METHOD
  }

  private final transient Reason reason;
  private final transient Set<String> methods;

  private Verdict(Reason reason, Set<String> methods) {
    super(reason == Reason.PERMITTED);
    this.reason = reason;
    this.methods = methods;
  }

  static Verdict permitted(boolean granted) {
    return new Verdict(granted ? Reason.PERMITTED : Reason.NOT_PERMITTED, Set.of());
  }

  static Verdict absent() {
    return new Verdict(Reason.ABSENT, Set.of());
  }

  static Verdict otherMethod(Set<String> methods) {
    return new Verdict(Reason.OTHER_METHOD, methods);
  }

  /** What the table said when somebody was denied; not permitted where it was not the table. */
  static Verdict of(AccessDeniedException why) {
    return why instanceof AuthorizationDeniedException denied
            && denied.getAuthorizationResult() instanceof Verdict verdict
        ? verdict
        : permitted(false);
  }

  Reason reason() {
    return reason;
  }

  /** The methods the address takes, for {@link Reason#OTHER_METHOD}. */
  Set<String> methods() {
    return methods;
  }

  /** The status that tells it. */
  int status() {
    return switch (reason) {
      case PERMITTED -> 200;
      case NOT_PERMITTED -> 403;
      case ABSENT -> 404;
      case OTHER_METHOD -> 405;
    };
  }
}
