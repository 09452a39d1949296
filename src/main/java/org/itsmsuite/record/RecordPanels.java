package org.itsmsuite.record;

import java.util.List;

/** Contributes parts to the pages of records. */
@FunctionalInterface
public interface RecordPanels {

  /**
   * The parts for the person who looks; empty if there is nothing to show.
   *
   * @param record which the person may see
   * @param internal whether the person sees what is not for the requester
   */
  List<RecordPanel> of(RecordSummary record, boolean internal);
}
