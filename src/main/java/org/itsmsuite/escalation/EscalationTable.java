package org.itsmsuite.escalation;

import java.util.List;
import org.itsmsuite.sla.ClockKind;

/** The released escalation rules. */
@FunctionalInterface
public interface EscalationTable {

  /**
   * @param bundle the release whose table applies
   * @param level support level of the group that works on the record, from 1
   */
  List<EscalationRule> rules(String bundle, ClockKind clock, String priority, int level);
}
