package org.itsmsuite.incident.major.web;

import java.util.List;
import org.itsmsuite.web.StartCard;
import org.itsmsuite.web.StartCards;
import org.springframework.stereotype.Component;

/**
 * What the start page says about major incidents: to staff always, to customers if there is one.
 */
@Component
class MajorCards implements StartCards {

  private final MajorStatus status;

  MajorCards(MajorStatus status) {
    this.status = status;
  }

  @Override
  public List<StartCard> cards() {
    if (!status.seesAny()) {
      return List.of();
    }
    long running = status.running().size();
    return running == 0 && !status.seesAll()
        ? List.of()
        : List.of(
            new StartCard(
                "Major incidents",
                "Those that go on: who leads, what was said last, when the next word comes.",
                "/major-incidents",
                running));
  }
}
