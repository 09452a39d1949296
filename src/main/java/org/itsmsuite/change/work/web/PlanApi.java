package org.itsmsuite.change.work.web;

import java.util.List;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.work.ChangePlans;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plans of tasks for programs. */
@RestController
@RequestMapping("/api/changes/{number}/plan")
class PlanApi {

  private final PlanDesk desk;

  PlanApi(PlanDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  PlanBody show(@PathVariable String number) {
    Change change = desk.visible(number);
    return PlanBody.of(change, desk.of(change));
  }

  /** Without steps the plan is taken away. */
  record Wanted(List<Step> steps) {}

  /**
   * @param order when it comes, from 1 without gaps; steps of one number are done side by side
   */
  record Step(Integer order, String group, String what, Integer minutes) {

    ChangePlans.Draft draft() {
      return new ChangePlans.Draft(order, group, what, minutes);
    }
  }

  /** Replaces the plan. */
  @PutMapping
  PlanBody replace(@PathVariable String number, @RequestBody Wanted wanted) {
    Change change = desk.visible(number);
    List<ChangePlans.Draft> drafts =
        wanted.steps() == null
            ? List.of()
            : wanted.steps().stream()
                .map(one -> one == null ? new Step(null, null, null, null) : one)
                .map(Step::draft)
                .toList();
    return PlanBody.of(change, desk.edit(change, drafts));
  }
}
