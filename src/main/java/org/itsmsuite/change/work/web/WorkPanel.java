package org.itsmsuite.change.work.web;

import java.time.ZonedDateTime;
import java.util.List;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.record.RecordSummary;
import org.springframework.stereotype.Component;

/** On the page of a change: evidence of each step of the work. */
@Component
class WorkPanel implements RecordPanels {

  private static final int ORDER = 40;

  private final ChangeWork work;
  private final PageWords words;

  WorkPanel(ChangeWork work, PageWords words) {
    this.work = work;
    this.words = words;
  }

  /** All of it. */
  record Data(boolean major, List<Row> rows) {}

  /** One step. */
  record Row(String step, String outcome, String text, String by, ZonedDateTime at) {}

  @Override
  public List<RecordPanel> of(RecordSummary record, boolean internal) {
    if (!internal || !record.number().startsWith("CHG-")) {
      return List.of();
    }
    List<Row> rows =
        work.notes(record.number()).stream()
            .map(
                note ->
                    new Row(
                        Labels.of(note.step()),
                        note.outcome(),
                        note.text(),
                        note.by(),
                        words.time(note.at())))
            .toList();
    boolean major = work.isMajor(record.number());
    return rows.isEmpty() && !major
        ? List.of()
        : List.of(new RecordPanel(ORDER, true, "change/work", new Data(major, rows)));
  }
}
