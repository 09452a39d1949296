package org.itsmsuite.deputy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.deputy.StandIn.Why;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Restrictions;

/** Answers from the absences that were entered. Reads the database each time: any node is right. */
public class Deputies implements StandIns {

  private final AbsenceStore store;
  private final DeputyRules rules;
  private final Accounts accounts;
  private final Restrictions restrictions;
  private final List<Conflicts> conflicts;
  private final Clock time;

  public Deputies(
      AbsenceStore store,
      DeputyRules rules,
      Accounts accounts,
      Restrictions restrictions,
      List<Conflicts> conflicts,
      Clock time) {
    this.store = store;
    this.rules = rules;
    this.accounts = accounts;
    this.restrictions = restrictions;
    this.conflicts = conflicts;
    this.time = time;
  }

  @Override
  public StandIn of(String account, Work work) {
    Instant now = time.instant();
    List<Absence> absences = store.inForce(account, now);
    if (absences.isEmpty()) {
      return StandIn.present(account);
    }
    List<String> roles = roles(account, work);
    if (roles.stream().anyMatch(role -> holding(absences, role).isEmpty())) {
      return StandIn.present(account);
    }
    return followed(account, absences, roles.get(0), work, now);
  }

  /**
   * As which group's member the person does it: those of the work's groups that they belong to. A
   * null stands for none.
   */
  private List<String> roles(String account, Work work) {
    List<String> roles = new ArrayList<>(work.groups());
    if (roles.size() > 1) {
      roles.retainAll(accounts.groupsOf(account));
    }
    if (roles.isEmpty()) {
      roles.addAll(work.groups());
    }
    if (roles.isEmpty()) {
      roles.add(null);
    }
    return roles;
  }

  private StandIn followed(
      String account, List<Absence> first, String role, Work work, Instant now) {
    Set<String> path = new LinkedHashSet<>(List.of(account));
    Optional<Absence> absence = holding(first, role);
    String deputy = account;
    while (absence.isPresent()) {
      deputy = absence.get().deputy();
      if (deputy == null) {
        return nobody(absence.get().isLeft() ? Why.LEFT : Why.NO_DEPUTY, path);
      }
      if (!path.add(deputy)) {
        return nobody(Why.CYCLE, path);
      }
      if (path.size() > rules.longestChain() + 1) {
        return nobody(Why.TOO_LONG, path);
      }
      absence = holding(store.inForce(deputy, now), role);
    }
    Why obstacle = obstacle(account, deputy, role, work);
    return obstacle == null
        ? new StandIn(deputy, Why.DEPUTY, List.copyOf(path))
        : nobody(obstacle, path);
  }

  private static StandIn nobody(Why why, Set<String> path) {
    return new StandIn(null, why, List.copyOf(path));
  }

  /** What was entered for the one group comes before what was entered for all. */
  private static Optional<Absence> holding(List<Absence> absences, String role) {
    return absences.stream()
        .filter(one -> one.holdsFor(role))
        .min(
            Comparator.comparing((Absence one) -> one.group() == null)
                .thenComparing(Absence::from));
  }

  private Why obstacle(String account, String deputy, String role, Work work) {
    Set<String> groups = accounts.groupsOf(deputy);
    if (groups.isEmpty() && !accounts.exists(deputy)) {
      return Why.LEFT;
    }
    if (!rules.mayStandIn(role, groups)) {
      return Why.NOT_OF_GROUP;
    }
    if (work.record() != null && !restrictions.mayKnow(new Actor(deputy, groups), work.record())) {
      return Why.NOT_CONCERNED;
    }
    return conflicts.stream()
            .anyMatch(one -> one.bars(deputy, work) || one.barsDeputiesOf(account, work))
        ? Why.CONFLICTED
        : null;
  }

  @Override
  public Set<String> recipientsOf(String group, String record) {
    Set<String> away = store.awayFrom(group, time.instant());
    if (away.isEmpty() || isAnyMemberNotIn(away, group)) {
      return Set.of("group:" + group);
    }
    Set<String> recipients = new LinkedHashSet<>();
    for (String account : away) {
      StandIn standIn = of(account, Work.on(record, group));
      if (standIn.isDeputy()) {
        recipients.add("user:" + standIn.account());
      }
    }
    if (!recipients.isEmpty()) {
      recipients.add("group:" + group);
    }
    return recipients;
  }

  /** A group without any account may be a mailbox that somebody reads. */
  private boolean isAnyMemberNotIn(Set<String> away, String group) {
    boolean hasMembers = false;
    for (int page = 0; ; page++) {
      var members = accounts.membersOf(group, page, Accounts.LARGEST_PAGE);
      hasMembers |= !members.accounts().isEmpty();
      if (members.accounts().stream().anyMatch(one -> !away.contains(one))) {
        return true;
      }
      if (!members.more()) {
        return !hasMembers;
      }
    }
  }

  /**
   * For whatever counts by person, such as a vote: what the deputy does is the other's, and the
   * deputy's own is another one.
   *
   * @throws Refusal {@code deputy.conflicted}, or {@code deputy.not-in-force} if at this moment
   *     somebody else, or nobody, stands in for the person
   */
  public ActingFor acting(String deputy, String account, Work work) {
    StandIn standIn = of(account, work);
    if (standIn.isDeputy() && Objects.equals(standIn.account(), deputy)) {
      return new ActingFor(deputy, account);
    }
    if (standIn.why() == Why.CONFLICTED) {
      throw Refusal.forbidden(
          "deputy.conflicted",
          deputy
              + " must not do this for "
              + account
              + ": what one has to do with oneself, somebody"
              + " else decides.");
    }
    throw Refusal.forbidden(
        "deputy.not-in-force", deputy + " does not stand in for " + account + " at this moment.");
  }
}
