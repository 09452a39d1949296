package org.itsmsuite.record;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.identity.Absent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds records of every practice, for the person who asks. */
@Component
public class Records {

  private final ObjectProvider<RecordPractice> practices;

  public Records(ObjectProvider<RecordPractice> practices) {
    this.practices = practices;
  }

  /**
   * The practice that keeps the record.
   *
   * @throws org.itsmsuite.refusal.Refusal {@code record.not-found}
   */
  public RecordPractice practiceOf(String number) {
    return practices.stream()
        .filter(practice -> practice.owns(number))
        .findFirst()
        .orElseThrow(() -> Absent.of("record", number));
  }

  /**
   * The record, if the person may know of it; absent and hidden look the same.
   *
   * @throws org.itsmsuite.refusal.Refusal {@code record.not-found}, or the practice's own such as
   *     {@code incident.not-found}
   */
  public RecordSummary visible(String number) {
    RecordPractice practice = practiceOf(number);
    return practice.visible(number).orElseThrow(() -> Absent.of(practice.name(), number));
  }

  /** Connected records of all practices that the person may know of, oldest first. */
  public List<RecordSummary> inThread(UUID thread) {
    return practices.stream()
        .flatMap(practice -> practice.inThread(thread).stream())
        .sorted(Comparator.comparing(RecordSummary::openedAt))
        .toList();
  }
}
