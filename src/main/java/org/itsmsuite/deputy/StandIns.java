package org.itsmsuite.deputy;

import java.util.Set;

/**
 * The one answer to who stands in for whom, at this moment. It costs one query, by an index, where
 * the person is there; nothing where nobody asks, so ask only about people whom something else than
 * they themselves has chosen.
 */
public interface StandIns {

  /** For engines and desks without absences. */
  StandIns EVERYBODY_PRESENT = (account, work) -> StandIn.present(account);

  /**
   * Who does the work of this person. A deputy who is away is followed to their own, as often as
   * {@code config/deputies.yaml} says and never in a circle. One who may not do it (group,
   * restriction, separation of duties) is passed by: then it is the group's.
   */
  StandIn of(String account, Work work);

  /**
   * Whom to tell in place of a person who has to do with a record as part of their work, as
   * recipients of messages: the person, the deputy, or the group where nobody by name is there.
   */
  default Set<String> recipients(String account, Work work) {
    StandIn standIn = of(account, work);
    if (!standIn.isNobody()) {
      return Set.of("user:" + standIn.account());
    }
    return Set.of(work.groups().isEmpty() ? "user:" + account : "group:" + work.groups().get(0));
  }

  /**
   * Whom to tell instead of telling just a group: the group, if at least one member is there; the
   * group and its members' deputies, if all are away; nobody, if they have none either.
   */
  default Set<String> recipientsOf(String group, String record) {
    return Set.of("group:" + group);
  }
}
