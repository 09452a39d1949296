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
 * Exceptions that are in force are told beside everything that is read while they are: on every
 * page, and in a header of every answer of the API.
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
    return exceptions.areOn() && access.may(user.actor(), "duty.read")
        ? exceptions.inForce().stream().map(this::sentence).toList()
        : List.of();
  }

  private String sentence(DutyException exception) {
    return "Exception from the separation of duties in force: %s, until %s, approved by %s."
        .formatted(
            exception.duty(), UNTIL.format(exception.until().atZone(zone)), exception.approvedBy());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (exceptions.areOn() && access.may(user.actor(), "duty.read")) {
      List<DutyException> all = exceptions.inForce();
      if (!all.isEmpty()) {
        response.setHeader(
            HEADER,
            String.join(",", all.stream().map(DutyException::duty).distinct().toList())
                + "; see /api/duties/exceptions");
      }
    }
    return true;
  }
}
