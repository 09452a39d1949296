package org.itsmsuite.sla;

import java.util.List;

/** Says at which points something is to happen on a clock; the escalation table does. */
@FunctionalInterface
public interface Milestones {

  List<Milestone> of(SlaClock clock);
}
