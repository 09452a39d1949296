package org.itsmsuite.incident.major.web;

import org.itsmsuite.incident.major.MajorIncident.Stage;

/** How far a major incident is, in words. */
final class StageWords {

  private StageWords() {}

  static String of(Stage stage) {
    return switch (stage) {
      case LED -> "Being worked on";
      case ENDED -> "Ended, report awaited";
      case REPORTED -> "Reported, review awaited";
      case REVIEWED -> "Reviewed";
      case WITHDRAWN -> "Withdrawn";
    };
  }
}
