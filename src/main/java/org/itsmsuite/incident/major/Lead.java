package org.itsmsuite.incident.major;

import java.time.Instant;
import java.util.Set;

/**
 * Who leads a major incident, and who hears of it.
 *
 * @param run null until its process has informed top management
 * @param told who was to be told at the declaration; they hear every word that follows
 * @param manager account of the one in charge, or null
 * @param chargedAt when somebody took charge, or null
 * @param word the last one that was given, or null
 */
public record Lead(MajorRun run, Set<String> told, String manager, Instant chargedAt, Word word) {

  static final Lead NOBODY = new Lead(null, Set.of(), null, null, null);

  public Lead {
    told = Set.copyOf(told);
  }

  Lead in(MajorRun where, Set<String> recipients) {
    return new Lead(where, recipients, manager, chargedAt, word);
  }

  Lead by(String account, Instant at) {
    return new Lead(run, told, account, at, word);
  }

  Lead told(Word last) {
    return new Lead(run, told, manager, chargedAt, last);
  }
}
