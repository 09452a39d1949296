package org.itsmsuite.change.process;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.MoreFacts;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.stereotype.Component;

/**
 * Names a new task so that it can be told apart in a list: step, view, number; and the title if
 * everybody may know.
 */
@Component
@PublishedToModels
public class OfferChangeTaskListener implements TaskListener {

  private final ChangeSteps steps;
  private final Restrictions restrictions;

  public OfferChangeTaskListener(ChangeSteps steps, Restrictions restrictions) {
    this.steps = steps;
    this.restrictions = restrictions;
  }

  @Override
  public void notify(DelegateTask task) {
    Change change = steps.change(ChangeModel.number(task));
    String view = ChangeModel.assessment(task);
    String part = (String) task.getVariable(MoreFacts.PART);
    String step = task.getName();
    if (view != null) {
      step += ", " + view.toLowerCase(Locale.ROOT);
    } else if (part != null && !part.equals("0")) {
      step += ", step " + part;
    }
    String name = step + ": " + change.number();
    task.setName(restrictions.isRestricted(change.number()) ? name : name + " " + change.title());
  }
}
