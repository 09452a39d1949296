package org.itsmsuite.incident.web;

import java.time.ZonedDateTime;
import java.util.List;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.KnownErrors;
import org.itsmsuite.incident.KnownErrors.KnownError;
import org.itsmsuite.incident.SimilarIncident;
import org.itsmsuite.incident.SimilarIncidents;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.record.RecordSummary;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the desk should know before it starts: the same again, or an error that is known. */
@Component
class SimilarPanel implements RecordPanels {

  private static final int ORDER = 5;
  private static final int SHOWN = 5;

  private final SimilarIncidents similar;
  private final ObjectProvider<KnownErrors> errors;
  private final IncidentAccess access;
  private final PageWords words;

  SimilarPanel(
      SimilarIncidents similar,
      ObjectProvider<KnownErrors> errors,
      IncidentAccess access,
      PageWords words) {
    this.similar = similar;
    this.errors = errors;
    this.access = access;
    this.words = words;
  }

  /**
   * What the template shows.
   *
   * @param mayBeDuplicate whether the person may make it a duplicate
   * @param mayBeChild whether the person may make it a child, and it has no parent yet
   */
  record Data(
      String number,
      List<Row> rows,
      List<KnownError> knownErrors,
      boolean mayBeDuplicate,
      boolean mayBeChild) {}

  record Row(
      String number,
      String title,
      String status,
      String priority,
      ZonedDateTime openedAt,
      int percent,
      String because) {}

  @Override
  public List<RecordPanel> of(RecordSummary record, boolean internal) {
    if (!internal || !record.open() || !record.practice().equals("incident")) {
      return List.of();
    }
    Incident incident = access.visible(record.number());
    var data =
        new Data(
            record.number(),
            similar.of(incident, SHOWN).stream().map(this::row).toList(),
            errors.getIfAvailable(() -> KnownErrors.NONE).matching(incident),
            access.mayAct(incident, DuplicateAction.NAME),
            access.mayAct(incident, LinkAction.NAME) && LinkAction.mayBecomeChild(incident));
    return List.of(new RecordPanel(ORDER, false, "incident/similar", data));
  }

  private Row row(SimilarIncident one) {
    return new Row(
        one.number(),
        one.title(),
        one.status().name(),
        one.priority(),
        words.time(one.openedAt()),
        one.percent(),
        String.join(", ", one.because()));
  }
}
