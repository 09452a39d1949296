package org.itsmsuite.duty.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.duty.Duty;
import org.itsmsuite.duty.DutyException;
import org.itsmsuite.duty.DutyTask;

/** What the API and the page tell of duties. */
final class DutyBodies {

  private DutyBodies() {}

  record DutyBody(
      String id,
      String practice,
      String first,
      String second,
      String scope,
      List<String> clauses2018,
      List<String> clauses2011,
      String why,
      List<DutyTask> tasks,
      Set<String> firstGroups,
      Set<String> secondGroups,
      boolean exceptable) {

    static DutyBody of(Duty duty) {
      return new DutyBody(
          duty.id(),
          duty.practice(),
          duty.first(),
          duty.second(),
          duty.scope().name(),
          duty.clauses().of2018(),
          duty.clauses().of2011(),
          duty.why(),
          duty.tasks(),
          new TreeSet<>(duty.firstGroups()),
          new TreeSet<>(duty.secondGroups()),
          duty.exceptable());
    }
  }

  /**
   * @param inForce at this moment
   */
  record ExceptionBody(
      long id,
      String duty,
      String reason,
      String approvedBy,
      Instant approvedAt,
      Instant from,
      Instant until,
      Instant endedAt,
      String endedBy,
      boolean inForce,
      long uses) {

    static ExceptionBody of(DutyException one, boolean inForce, long uses) {
      return new ExceptionBody(
          one.id(),
          one.duty(),
          one.reason(),
          one.approvedBy(),
          one.approvedAt(),
          one.from(),
          one.until(),
          one.endedAt(),
          one.endedBy(),
          inForce,
          uses);
    }
  }
}
