package org.itsmsuite.change.work.store;

import java.util.HashMap;
import java.util.Map;
import org.itsmsuite.change.work.PlanStep;
import org.itsmsuite.change.work.PlanStore;
import org.itsmsuite.change.work.WorkPlan;
import org.itsmsuite.incident.ConcurrentChangeException;

/** For tests and replays. */
public class InMemoryPlanStore implements PlanStore {

  private final Map<String, WorkPlan> plans = new HashMap<>();

  @Override
  public synchronized WorkPlan of(String change) {
    return plans.getOrDefault(change, WorkPlan.NONE);
  }

  @Override
  public synchronized void replace(String change, WorkPlan plan) {
    plans.put(change, plan);
  }

  @Override
  public synchronized void done(String change, PlanStep step) {
    WorkPlan plan = of(change);
    if (plan.step(step.position()).filter(one -> one.done() == null).isEmpty()) {
      throw new ConcurrentChangeException(change);
    }
    plans.put(
        change,
        new WorkPlan(
            plan.steps().stream()
                .map(one -> one.position() == step.position() ? step : one)
                .toList()));
  }
}
