package org.itsmsuite.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.itsmsuite.audit.Standing.State;
import org.itsmsuite.identity.ConferredGroups;
import org.itsmsuite.identity.Groups;

/**
 * What accounts count for as auditors'. Asks the database only for accounts that are in no group,
 * or in {@code auditors}: nobody else can be an auditor.
 */
public class Standings implements ConferredGroups {

  private final EngagementStore store;
  private final Clock time;
  private final boolean engagementsRequired;

  public Standings(EngagementStore store, Clock time, boolean engagementsRequired) {
    this.store = store;
    this.time = time;
    this.engagementsRequired = engagementsRequired;
  }

  /**
   * @param stored the account's groups as the directory has them
   */
  public Standing of(String account, Set<String> stored) {
    boolean auditor = stored.contains(Groups.AUDITORS);
    if (!auditor && !stored.isEmpty()) {
      return Standing.NOBODY;
    }
    List<Engagement> all = store.of(account);
    if (all.isEmpty()) {
      return auditor
          ? Standing.of(engagementsRequired ? State.MISSING : State.FREE)
          : Standing.NOBODY;
    }
    Instant now = time.instant();
    List<Engagement> inForce = all.stream().filter(one -> one.isInForce(now)).toList();
    if (!inForce.isEmpty()) {
      return new Standing(State.IN_FORCE, inForce);
    }
    return Standing.of(
        all.stream().anyMatch(one -> one.isAhead(now)) ? State.NOT_BEGUN : State.EXPIRED);
  }

  @Override
  public Set<String> inForce(String account, Set<String> stored) {
    Standing standing = of(account, stored);
    return switch (standing.state()) {
      case NONE, FREE -> stored;
      case IN_FORCE ->
          standing.isUnlimited() && stored.contains(Groups.AUDITORS)
              ? stored
              : Set.of(Groups.ENGAGED_AUDITORS);
      case NOT_BEGUN, EXPIRED, MISSING -> Set.of();
    };
  }

  @Override
  public Set<String> everGivenTo(String account) {
    return store.of(account).isEmpty() ? Set.of() : Set.of(Groups.ENGAGED_AUDITORS);
  }

  @Override
  public Set<String> everGiven(String group) {
    return Groups.ENGAGED_AUDITORS.equals(group) ? store.accounts() : Set.of();
  }
}
