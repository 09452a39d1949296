package org.itsmsuite.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.AddressLine;
import org.itsmsuite.identity.AddressNeed;
import org.itsmsuite.identity.CurrentUser;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Opens an address to those whom the address table lets in; what it does not list is not there. */
@Component
class Gate {

  private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
  private final AddressTable table;
  private final Access access;
  private final CurrentUser user;

  Gate(AddressTable table, Access access, CurrentUser user) {
    this.table = table;
    this.access = access;
    this.user = user;
  }

  /** For the filter chains: every request is asked about. */
  AuthorizationManager<RequestAuthorizationContext> byTheTable() {
    return (login, context) -> verdict(login, context.getRequest());
  }

  private Verdict verdict(Supplier<Authentication> login, HttpServletRequest request) {
    return table
        .find(request)
        .filter(line -> !line.methods().isEmpty())
        .map(line -> verdict(line, method(request), login))
        .orElseGet(Verdict::absent);
  }

  private Verdict verdict(AddressLine line, String method, Supplier<Authentication> login) {
    var need = line.needs().get(method);
    if (need == null || need.kind() == AddressNeed.Kind.CLOSED) {
      return Verdict.otherMethod(line.methods());
    }
    return need.kind() == AddressNeed.Kind.OPEN
        ? Verdict.permitted(true)
        : Verdict.permitted(
            trust.isAuthenticated(login.get()) && need.letsIn(access, user.actor()));
  }

  /** Whoever may read an address may ask what reading would give. */
  private static String method(HttpServletRequest request) {
    return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
  }
}
