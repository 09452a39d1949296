package org.itsmsuite.servicelevel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.itsmsuite.servicelevel.Agreement;
import org.itsmsuite.servicelevel.ServiceRequirement;

/** An agreement as pages and API show it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AgreementBody(
    String id,
    String name,
    CounterpartyBody counterparty,
    List<String> services,
    LocalDate validFrom,
    LocalDate validUntil,
    String approvedBy,
    LocalDate approvedOn,
    String contract,
    List<ServiceRequirement> requirements,
    List<TargetBody> targets) {

  record CounterpartyBody(String kind, String id, String name) {}

  /**
   * A target behind a requirement.
   *
   * @param clock kind of the clock that measures it, or null: nothing does yet
   * @param priority null as well then
   * @param target working time in the calendar
   */
  record TargetBody(
      String requirement,
      String clock,
      String priority,
      List<String> services,
      String target,
      String calendar) {

    /** For people; what cannot be read stands as it was written. */
    public String targetText() {
      try {
        Duration span = Duration.parse(target);
        String hours = span.toHours() + " h";
        String minutes = span.toMinutesPart() + " min";
        if (span.toMinutesPart() == 0) {
          return hours;
        }
        return span.toHours() == 0 ? minutes : hours + " " + minutes;
      } catch (DateTimeParseException unreadable) {
        return target;
      }
    }
  }

  static AgreementBody of(Agreement agreement, String counterparty, List<TargetBody> targets) {
    return new AgreementBody(
        agreement.id(),
        agreement.name(),
        new CounterpartyBody(
            agreement.counterparty().kind().name(), agreement.counterparty().id(), counterparty),
        agreement.services(),
        agreement.validFrom(),
        agreement.validUntil(),
        agreement.approvedBy(),
        agreement.approvedOn(),
        agreement.contract(),
        agreement.requirements(),
        targets);
  }
}
