package org.itsmsuite.change.work.web;

import java.util.List;
import org.itsmsuite.change.work.ChangePlans;
import org.itsmsuite.change.work.WorkPlan;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.record.RecordSummary;
import org.springframework.stereotype.Component;

/** On the page of a change: the plan of tasks in short, with the way to its page. */
@Component
class PlanPanel implements RecordPanels {

  private static final int ORDER = 35;

  private final ChangePlans plans;
  private final PageWords words;

  PlanPanel(ChangePlans plans, PageWords words) {
    this.plans = plans;
    this.words = words;
  }

  /** A step. */
  record Line(int order, String group, String what, String result) {}

  /** All of it. */
  record Plan(String number, List<Line> lines) {}

  @Override
  public List<RecordPanel> of(RecordSummary record, boolean internal) {
    if (!internal || !record.number().startsWith("CHG-")) {
      return List.of();
    }
    WorkPlan plan = plans.of(record.number());
    List<Line> lines =
        plan.steps().stream()
            .map(
                one ->
                    new Line(
                        one.turn(),
                        words.group(one.group()),
                        one.what(),
                        one.done() == null ? null : one.done().worked() ? "done" : "failed"))
            .toList();
    return List.of(
        new RecordPanel(ORDER, true, "change/plan-panel", new Plan(record.number(), lines)));
  }
}
