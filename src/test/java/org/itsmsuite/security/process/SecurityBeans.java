package org.itsmsuite.security.process;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.itsmsuite.engine.BeanSource;
import org.itsmsuite.security.SecurityDeadlines;
import org.itsmsuite.security.SecuritySteps;

/** What the model names, under the names Spring gives. */
final class SecurityBeans implements BeanSource {

  private final Map<String, Object> beans = new HashMap<>();

  @Override
  public Object find(String name) {
    return beans.get(name);
  }

  void publish(SecuritySteps steps, SecurityDeadlines deadlines, RepositoryService repository) {
    beans.put("securityIncident", new SecurityIncidentBean(steps, deadlines));
    for (Object bean :
        List.of(
            new RecordSecurityIncidentDelegate(steps, repository),
            new ResolveSecurityIncidentDelegate(steps),
            new CloseSecurityIncidentDelegate(steps),
            new CloseAsNoSecurityIncidentDelegate(steps),
            new GroupUnderAnotherDelegate(steps),
            new TakeUpNewFindingsDelegate(steps),
            new TellDeadlineDelegate(steps),
            new LeaveSecurityMessageDelegate(steps),
            new OfferSecurityTaskListener(steps),
            new TakeSecurityTaskListener(steps),
            new AssessSecurityEventListener(steps),
            new ContainSecurityIncidentListener(steps),
            new NotifyOutsideListener(steps),
            new ReviewSecurityIncidentListener(steps),
            new DecideWhatItIsListener(steps),
            new SetSecurityPriorityListener(steps),
            new SecurityFactsListener(steps))) {
      String name = bean.getClass().getSimpleName();
      beans.put(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), bean);
    }
  }
}
