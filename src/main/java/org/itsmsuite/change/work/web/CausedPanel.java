package org.itsmsuite.change.work.web;

import java.util.List;
import org.itsmsuite.change.web.ChangeAccess;
import org.itsmsuite.change.work.CausedIncidents;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.record.RecordSummary;
import org.springframework.stereotype.Component;

/** On the pages of both records: which incidents a change has caused, and the other way round. */
@Component
class CausedPanel implements RecordPanels {

  private static final int ORDER = 6;

  private final CausedIncidents caused;
  private final ChangeAccess access;

  CausedPanel(CausedIncidents caused, ChangeAccess access) {
    this.caused = caused;
    this.access = access;
  }

  /** Numbers that the reader may know of. */
  record Data(boolean ofChange, List<String> numbers) {}

  @Override
  public List<RecordPanel> of(RecordSummary record, boolean internal) {
    String number = record.number();
    boolean ofChange = number.startsWith("CHG-");
    if (!internal || !(ofChange || number.startsWith("INC-"))) {
      return List.of();
    }
    List<String> known =
        access.knownNumbers(ofChange ? caused.incidents(number) : caused.changes(number));
    return known.isEmpty()
        ? List.of()
        : List.of(new RecordPanel(ORDER, false, "change/caused", new Data(ofChange, known)));
  }
}
