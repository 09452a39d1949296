package org.itsmsuite.change.vote;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One vote on a change. Its route and members are as they were when it was opened, whatever is
 * edited later.
 *
 * @param number of the change's votes, from 1
 * @param round of assessments it is about
 * @param dueAt when it ends
 * @param extended whether the chair has put the end off; once at most
 * @param closedAt null while it is open
 * @param result null while it is open, and where it ended because the case was edited or withdrawn
 */
public record Vote(
    String change,
    int number,
    int round,
    Route route,
    List<Member> members,
    Instant openedAt,
    Instant remindAt,
    Instant dueAt,
    boolean extended,
    Instant closedAt,
    Result result) {

  public Vote {
    members = List.copyOf(members);
  }

  public boolean isOpen() {
    return closedAt == null;
  }

  /**
   * @throws java.util.NoSuchElementException if there is no such member
   */
  Member member(String account) {
    return members.stream().filter(one -> one.account().equals(account)).findFirst().orElseThrow();
  }

  boolean has(String account) {
    return members.stream().anyMatch(one -> one.account().equals(account));
  }

  /** The last choice of each who has voted, by account. */
  static Map<String, Choice> last(List<Ballot> ballots) {
    return ballots.stream()
        .collect(Collectors.toMap(Ballot::voter, Ballot::choice, (one, later) -> later));
  }

  Vote extended(Instant until) {
    return new Vote(
        change, number, round, route, members, openedAt, remindAt, until, true, closedAt, result);
  }

  Vote closed(Instant at, Result counted) {
    return new Vote(
        change, number, round, route, members, openedAt, remindAt, dueAt, extended, at, counted);
  }
}
