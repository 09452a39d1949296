package org.itsmsuite.audit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.itsmsuite.audit.Standing;
import org.itsmsuite.audit.Standings;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.refusal.Refusal;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands in every chain of filters, right behind the log-in: an auditor's account gets in while an
 * engagement lets it, only asks, and leaves a trace of everything it asks for. An access that
 * cannot be recorded is refused.
 */
class AuditDoor extends OncePerRequestFilter {

  private final Standings standings;
  private final Accounts accounts;
  private final CurrentUser user;
  private final AuditedAddresses addresses;
  private final AccessRecorder recorder;

  AuditDoor(
      Standings standings,
      Accounts accounts,
      CurrentUser user,
      AuditedAddresses addresses,
      AccessRecorder recorder) {
    this.standings = standings;
    this.accounts = accounts;
    this.user = user;
    this.addresses = addresses;
    this.recorder = recorder;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login == null
        || login instanceof AnonymousAuthenticationToken
        || !login.isAuthenticated()
        || addresses.isAsset(request)) {
      chain.doFilter(request, response);
      return;
    }
    var standing = standing(user.actor());
    if (standing.isAuditor()) {
      recorder.record(
          login.getName(),
          standing,
          request,
          response,
          recorded -> pass(standing, request, recorded, chain));
    } else {
      chain.doFilter(request, response);
    }
  }

  /**
   * Nearly everybody has a group and is no auditor: that is known already, and nothing is asked.
   */
  private Standing standing(Actor actor) {
    boolean maybe =
        actor.groups().isEmpty()
            || actor.isIn(Groups.AUDITORS)
            || actor.isIn(Groups.ENGAGED_AUDITORS);
    return maybe ? standings.of(actor.id(), accounts.groupsOf(actor.id())) : Standing.NOBODY;
  }

  private void pass(
      Standing standing,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var refusal = refusal(standing, request);
    if (refusal.isEmpty()) {
      chain.doFilter(request, response);
    } else {
      if (!standing.mayRead()) {
        logOut(request);
      }
      tell(refusal.get(), request, response);
    }
  }

  private Optional<Refusal> refusal(Standing standing, HttpServletRequest request) {
    return switch (standing.state()) {
      case EXPIRED ->
          refused(
              "audit.engagement-expired",
              "The time of this auditor's engagement is over, so the account shows nothing. Ask whoever gave it for a new one.");
      case NOT_BEGUN ->
          refused(
              "audit.engagement-not-begun",
              "This auditor's engagement has not begun yet. Until then the account shows nothing.");
      case MISSING ->
          refused(
              "audit.engagement-missing",
              "Auditors need an engagement here, and this account has none. Ask for one.");
      default ->
          addresses.onlyAsks(request)
              ? Optional.empty()
              : refused(
                  "audit.read-only",
                  "An auditor's account may read, but changes nothing, whatever other group it is in.");
    };
  }

  private static Optional<Refusal> refused(String key, String sentence) {
    return Optional.of(Refusal.forbidden(key, sentence));
  }

  /** An open session ends with the engagement. */
  private static void logOut(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** As any other failure: people get a page, programs a problem document. */
  private static void tell(
      Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refusal);
    request.getRequestDispatcher("/error").forward(request, response);
  }
}
