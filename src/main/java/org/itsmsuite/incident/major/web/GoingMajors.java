package org.itsmsuite.incident.major.web;

import java.util.Optional;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.major.MajorIncident;
import org.itsmsuite.incident.major.Majors;
import org.springframework.stereotype.Component;

/** Looks a major incident up without asking the database about incidents that never were one. */
@Component
class GoingMajors {

  private final Majors majors;

  GoingMajors(Majors majors) {
    this.majors = majors;
  }

  /** The declaration that goes on: neither withdrawn nor reviewed. */
  Optional<MajorIncident> of(Incident incident) {
    return incident.assessment().major()
        ? majors.latest(incident.number()).filter(MajorIncident::goesOn)
        : Optional.empty();
  }

  /** The same while it is led: the incident has not ended. */
  Optional<MajorIncident> led(Incident incident) {
    return of(incident).filter(major -> major.stage() == MajorIncident.Stage.LED);
  }
}
