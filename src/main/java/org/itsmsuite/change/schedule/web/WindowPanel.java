package org.itsmsuite.change.schedule.web;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Changes;
import org.itsmsuite.change.Moment;
import org.itsmsuite.change.WindowFinding;
import org.itsmsuite.change.schedule.Agreement;
import org.itsmsuite.change.schedule.Agreements;
import org.itsmsuite.change.schedule.ScheduleChecks;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.record.RecordSummary;
import org.springframework.stereotype.Component;

/** On the page of a change: what stands against its window, and who answers for what. */
@Component
class WindowPanel implements RecordPanels {

  private static final int ORDER = 30;

  private final Changes changes;
  private final ScheduleChecks checks;
  private final Agreements agreements;
  private final PageWords words;

  WindowPanel(Changes changes, ScheduleChecks checks, Agreements agreements, PageWords words) {
    this.changes = changes;
    this.checks = checks;
    this.agreements = agreements;
    this.words = words;
  }

  record FindingRow(boolean blocks, String text, String otherChange) {}

  record AgreementRow(String what, String about, String why, String by, ZonedDateTime at) {}

  record Data(boolean ended, List<FindingRow> findings, List<AgreementRow> agreements) {}

  @Override
  public List<RecordPanel> of(RecordSummary record, boolean internal) {
    if (!internal || !record.number().startsWith("CHG-")) {
      return List.of();
    }
    Optional<Change> change = changes.lookUp(record.number());
    if (change.isEmpty() || change.get().window() == null) {
      return List.of();
    }
    boolean ended = change.get().result().endedAt() != null;
    List<WindowFinding> findings =
        ended ? List.of() : checks.check(change.get(), Moment.APPROVAL).findings();
    var data =
        new Data(
            ended,
            findings.stream()
                .map(one -> new FindingRow(one.isBlocking(), one.text(), one.otherChange()))
                .toList(),
            agreements.of(record.number()).stream().map(this::row).toList());
    return ended && data.agreements().isEmpty()
        ? List.of()
        : List.of(new RecordPanel(ORDER, true, "change/window", data));
  }

  private AgreementRow row(Agreement one) {
    return new AgreementRow(
        Labels.of(one.kind()),
        one.about().startsWith("CHG-") ? one.about() : null,
        one.why(),
        one.by(),
        words.time(one.at()));
  }
}
