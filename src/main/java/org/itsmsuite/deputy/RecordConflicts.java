package org.itsmsuite.deputy;

import org.itsmsuite.record.RecordPractice;
import org.springframework.beans.factory.ObjectProvider;

/** Nobody stands in for another on a record that is their own request. */
final class RecordConflicts implements Conflicts {

  private final ObjectProvider<RecordPractice> practices;

  RecordConflicts(ObjectProvider<RecordPractice> practices) {
    this.practices = practices;
  }

  @Override
  public boolean bars(String account, Work work) {
    return work.record() != null
        && practices.stream()
            .filter(practice -> practice.owns(work.record()))
            .findFirst()
            .flatMap(practice -> practice.find(work.record()))
            .map(record -> account.equals(record.requester()))
            .orElse(false);
  }
}
