package org.itsmsuite.duty.web;

import java.time.ZonedDateTime;
import java.util.List;
import org.itsmsuite.duty.DutyExceptions;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.record.RecordSummary;
import org.springframework.stereotype.Component;

/** On the page of a record on which one person held both duties. */
@Component
class DutyPanel implements RecordPanels {

  private static final int ORDER = 5;
  private static final int MOST = 50;

  private final DutyExceptions exceptions;
  private final PageWords words;

  DutyPanel(DutyExceptions exceptions, PageWords words) {
    this.exceptions = exceptions;
    this.words = words;
  }

  record Row(String duty, String account, ZonedDateTime at, long exception) {}

  @Override
  public List<RecordPanel> of(RecordSummary record, boolean internal) {
    if (!internal) {
      return List.of();
    }
    List<Row> rows =
        exceptions.uses(record.number(), 0, MOST).items().stream()
            .map(use -> new Row(use.duty(), use.account(), words.time(use.at()), use.exception()))
            .toList();
    return rows.isEmpty() ? List.of() : List.of(new RecordPanel(ORDER, true, "duty/uses", rows));
  }
}
