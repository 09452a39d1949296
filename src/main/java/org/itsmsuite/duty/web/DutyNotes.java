package org.itsmsuite.duty.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.itsmsuite.duty.DutyException;
import org.itsmsuite.duty.DutyExceptions;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.web.ReportNotes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Exceptions that are in force are told beside everything that is read while they are, to whoever
 * reads it: on every page, and in a header of every answer of the API. Who approved them is for
 * those who may read of duties.
 */
@Component
class DutyNotes implements ReportNotes, HandlerInterceptor, WebMvcConfigurer {

  static final String HEADER = "Duty-Exceptions";

  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm (VV)", Locale.ROOT);

  private final DutyExceptions exceptions;
  private final Access access;
  private final CurrentUser user;
  private final ZoneId zone;

  DutyNotes(
      DutyExceptions exceptions,
      Access access,
      CurrentUser user,
      @Value("${itsm.time-zone}") ZoneId zone) {
    this.exceptions = exceptions;
    this.access = access;
    this.user = user;
    this.zone = zone;
  }

  @Override
  public List<String> now() {
    boolean named = exceptions.areOn() && access.may(user.actor(), "duty.read");
    return exceptions.inForce().stream().map(one -> sentence(one, named)).toList();
  }

  private String sentence(DutyException exception, boolean named) {
    return "Exception from the separation of duties in force: %s, until %s%s."
        .formatted(
            exception.duty(),
            UNTIL.format(exception.until().atZone(zone)),
            named ? ", approved by " + exception.approvedBy() : "");
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    List<DutyException> all = exceptions.inForce();
    if (!all.isEmpty()) {
      response.setHeader(
          HEADER,
          String.join(",", all.stream().map(DutyException::duty).distinct().toList())
              + "; see /api/duties/exceptions");
    }
    return true;
  }
}
