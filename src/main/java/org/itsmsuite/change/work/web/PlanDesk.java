package org.itsmsuite.change.work.web;

import java.util.List;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.web.ChangeAccess;
import org.itsmsuite.change.work.ChangePlans;
import org.itsmsuite.change.work.WorkPlan;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Plans as those may see and edit them who act now. */
@Component
class PlanDesk {

  private final ChangePlans plans;
  private final ChangeAccess access;

  PlanDesk(ChangePlans plans, ChangeAccess access) {
    this.plans = plans;
    this.access = access;
  }

  /**
   * @throws Refusal {@code change.not-found}, {@code change.plan-not-shown}
   */
  Change visible(String number) {
    Change change = access.visible(number);
    if (!access.internal()) {
      throw Refusal.forbidden("change.plan-not-shown", "The plan is for those who work on it.");
    }
    return change;
  }

  WorkPlan of(Change change) {
    return plans.of(change.number());
  }

  boolean mayEdit(Change change) {
    return ChangePlans.isOpen(change) && access.mayAct(change, "plan");
  }

  /**
   * @throws Refusal {@code change.action-not-allowed}, and as {@link ChangePlans#edit}
   */
  WorkPlan edit(Change change, List<ChangePlans.Draft> steps) {
    if (!access.mayAct(change, "plan")) {
      throw Refusal.forbidden(
          "change.action-not-allowed",
          "The plan is edited by change managers and by the group that carries the change out.");
    }
    return plans.edit(change.number(), steps);
  }
}
