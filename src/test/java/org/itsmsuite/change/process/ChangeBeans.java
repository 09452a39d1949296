package org.itsmsuite.change.process;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.itsmsuite.change.ChangeFacts;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.BeanSource;
import org.itsmsuite.restriction.Restrictions;

/** What the models name, under the names Spring gives. */
public final class ChangeBeans implements BeanSource {

  private final Map<String, Object> beans = new HashMap<>();

  @Override
  public Object find(String name) {
    return beans.get(name);
  }

  /** A bean of another slice. */
  public void publish(String name, Object bean) {
    beans.put(name, bean);
  }

  /** Those of the core. */
  public void publish(
      ChangeSteps steps,
      ChangeFacts facts,
      Restrictions restrictions,
      RepositoryService repository) {
    beans.put("change", new ChangeBean(steps));
    for (Object bean :
        List.of(
            new RecordChangeDelegate(steps, repository),
            new RejectChangeDelegate(steps),
            new DeferChangeDelegate(steps),
            new TakeChangeUpAgainDelegate(steps),
            new CommunicateScheduleDelegate(steps),
            new CloseChangeDelegate(steps),
            new WithdrawChangeDelegate(steps),
            new LeaveChangeMessageDelegate(steps),
            new TellAssessmentOverdueDelegate(steps),
            new OfferChangeTaskListener(steps, restrictions),
            new CompleteRequestListener(steps, ZoneId.of("Europe/Amsterdam")),
            new ChangeFactsListener(steps, facts),
            new CategoriseChangeListener(steps),
            new AskForAssessmentsListener(steps),
            new AssessChangeListener(steps),
            new ScoreRiskListener(steps, repository))) {
      String name = bean.getClass().getSimpleName();
      beans.put(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), bean);
    }
  }
}
