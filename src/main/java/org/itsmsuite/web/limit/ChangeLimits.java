package org.itsmsuite.web.limit;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stops a script that runs wild, or somebody who fills the desk on purpose: what changes something
 * on our pages and API is counted by account, or by network address where nobody is logged in.
 * Monitoring events have a limit of their own: a storm of them is counted on one record and must
 * not be lost.
 */
class ChangeLimits implements HandlerInterceptor {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String EVENTS = "/api/events";

  private final Counted byAccount;
  private final Counted byAddress;
  private final Counted events;

  ChangeLimits(Counted byAccount, Counted byAddress, Counted events) {
    this.byAccount = byAccount;
    this.byAddress = byAddress;
    this.events = events;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // What is shown from inside instead of an answer was counted when it came.
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && !READING.contains(request.getMethod())) {
      var account = request.getRemoteUser();
      var wait =
          account == null
              ? byAddress.take(request.getRemoteAddr())
              : (isEvent(request) ? events : byAccount).take(account);
      wait.ifPresent(
          time -> {
            throw new TooManyChanges(time);
          });
    }
    return true;
  }

  private static boolean isEvent(HttpServletRequest request) {
    return request.getRequestURI().equals(request.getContextPath() + EVENTS);
  }
}
