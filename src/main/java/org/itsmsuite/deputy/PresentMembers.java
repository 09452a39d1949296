package org.itsmsuite.deputy;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import org.itsmsuite.identity.AccountPage;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.notification.GroupReaders;

/**
 * The people of a group who are at work, and the deputies of those who are not. One question for
 * the members and one for all absences; a few more for each member who is away.
 */
final class PresentMembers implements GroupReaders {

  private final AbsenceStore store;
  private final StandIns standIns;
  private final Accounts accounts;
  private final Clock time;

  PresentMembers(AbsenceStore store, StandIns standIns, Accounts accounts, Clock time) {
    this.store = store;
    this.standIns = standIns;
    this.accounts = accounts;
    this.time = time;
  }

  @Override
  public Readers of(String group, String record, int most) {
    Set<String> away = store.awayFrom(group, time.instant());
    Set<String> readers = new LinkedHashSet<>();
    AccountPage members;
    int page = 0;
    do {
      members = accounts.membersOf(group, page++, Accounts.LARGEST_PAGE);
      for (String member : members.accounts()) {
        String reader = away.contains(member) ? deputyOf(member, group, record) : member;
        if (reader != null && !readers.contains(reader)) {
          if (readers.size() == most) {
            return new Readers(readers, true);
          }
          readers.add(reader);
        }
      }
    } while (members.more());
    return new Readers(readers, false);
  }

  /** Null if nobody stands in by name. */
  private String deputyOf(String member, String group, String record) {
    return standIns.of(member, Work.on(record, group)).account();
  }
}
