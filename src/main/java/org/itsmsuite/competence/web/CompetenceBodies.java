package org.itsmsuite.competence.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.competence.Coverage;
import org.itsmsuite.competence.Proof;

/** What the API and the page tell of competence. */
final class CompetenceBodies {

  private CompetenceBodies() {}

  /**
   * @param inForce at the instant that was asked for
   */
  record ProofBody(
      UUID id,
      String account,
      String skill,
      Instant from,
      Instant until,
      String evidence,
      String enteredBy,
      Instant enteredAt,
      String withdrawnBy,
      Instant withdrawnAt,
      String withdrawnWhy,
      boolean inForce) {

    static ProofBody of(Proof one, Instant at) {
      return new ProofBody(
          one.id(),
          one.account(),
          one.skill(),
          one.from(),
          one.until(),
          one.evidence(),
          one.enteredBy(),
          one.enteredAt(),
          one.withdrawnBy(),
          one.withdrawnAt(),
          one.withdrawnWhy(),
          one.isInForce(at));
    }
  }

  /**
   * @param at the instant that {@code inForce} speaks of
   */
  record ProofsBody(Instant at, List<ProofBody> content, PageBody page) {

    ProofsBody {
      content = List.copyOf(content);
    }
  }

  /**
   * @param number from 0
   */
  record PageBody(int number, int size, long totalElements, long totalPages) {}

  /**
   * A need, and who meets it; see {@link Coverage}.
   *
   * @param group null where the need is the task's alone, as process and task are where it is the
   *     group's
   */
  record NeedBody(
      String skill,
      String meaning,
      String group,
      String process,
      String task,
      String policy,
      List<String> proven,
      List<String> lacking,
      boolean more) {

    static NeedBody of(Coverage one) {
      var need = one.need();
      return new NeedBody(
          need.skill().id(),
          need.skill().meaning(),
          need.group(),
          need.process(),
          need.task(),
          need.policy().name(),
          one.proven(),
          one.lacking(),
          one.more());
    }
  }
}
