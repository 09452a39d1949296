package org.itsmsuite.deputy.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.itsmsuite.deputy.Absence;
import org.itsmsuite.deputy.AbsenceRights;

/**
 * An absence as it is shown. The reason is for the person and for those who enter everybody's, not
 * for the deputy.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AbsenceBody(
    UUID id,
    String account,
    String group,
    String deputy,
    Instant from,
    Instant until,
    String reason,
    String enteredBy,
    Instant enteredAt) {

  static AbsenceBody of(Absence absence, AbsenceRights rights) {
    return new AbsenceBody(
        absence.id(),
        absence.account(),
        absence.group(),
        absence.deputy(),
        absence.from(),
        absence.until(),
        rights.mayChange(absence.account()) ? absence.reason() : null,
        absence.enteredBy(),
        absence.enteredAt());
  }
}
