package org.itsmsuite.duty;

import java.util.List;
import java.util.Set;

/**
 * Two duties that are kept apart: whoever did the first does not do the second.
 *
 * @param first in words, such as {@code restores the service}
 * @param says what a person reads who is refused
 * @param clauses of the 2018 edition, then of the 2011 edition
 * @param firstTasks in which the first duty is done: who is represented in one by a deputy did it
 *     too
 * @param tasks in which the second duty is done
 * @param firstGroups for {@link Scope#ACCOUNT}: one of these groups ...
 * @param secondGroups ... and one of these are never held by one account
 * @param exceptable whether an exception may be approved
 */
public record Duty(
    String id,
    String practice,
    String first,
    String second,
    Scope scope,
    Clauses clauses,
    String why,
    String says,
    List<DutyTask> firstTasks,
    List<DutyTask> tasks,
    Set<String> firstGroups,
    Set<String> secondGroups,
    boolean exceptable) {

  /** On what nobody holds both. */
  public enum Scope {
    /** One record. */
    RECORD,
    /** One item that is no record, such as a draft, under the name its practice gives it. */
    ITEM,
    /** At all. */
    ACCOUNT
  }

  /** Of both editions. */
  public record Clauses(List<String> of2018, List<String> of2011) {

    public Clauses {
      of2018 = List.copyOf(of2018);
      of2011 = List.copyOf(of2011);
    }
  }

  public Duty {
    firstTasks = List.copyOf(firstTasks);
    tasks = List.copyOf(tasks);
    firstGroups = Set.copyOf(firstGroups);
    secondGroups = Set.copyOf(secondGroups);
  }

  /** Whether these groups, held by one account, are both duties. */
  boolean isBoth(Set<String> groups) {
    return groups.stream().anyMatch(firstGroups::contains)
        && groups.stream().anyMatch(secondGroups::contains);
  }
}
