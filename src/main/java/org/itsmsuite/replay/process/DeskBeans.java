package org.itsmsuite.replay.process;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.engine.BeanSource;
import org.itsmsuite.escalation.Escalations;
import org.itsmsuite.escalation.process.EscalateDelegate;
import org.itsmsuite.incident.IncidentDeadlines;
import org.itsmsuite.incident.IncidentSteps;
import org.itsmsuite.incident.major.process.CompleteTechnicalTaskListener;
import org.itsmsuite.incident.major.process.EndUpdatesDelegate;
import org.itsmsuite.incident.major.process.InformTopManagementDelegate;
import org.itsmsuite.incident.major.process.MajorCriteriaListener;
import org.itsmsuite.incident.major.process.MajorIncidentBean;
import org.itsmsuite.incident.major.process.OfferMajorTaskListener;
import org.itsmsuite.incident.major.process.OfferTechnicalTaskListener;
import org.itsmsuite.incident.major.process.RecordWithdrawalDelegate;
import org.itsmsuite.incident.major.process.RemindOfOverdueDelegate;
import org.itsmsuite.incident.major.process.ResumeLeadingDelegate;
import org.itsmsuite.incident.major.process.ReviewMajorIncidentListener;
import org.itsmsuite.incident.major.process.SendUpdateDelegate;
import org.itsmsuite.incident.major.process.TakeChargeListener;
import org.itsmsuite.incident.major.process.WriteReportListener;
import org.itsmsuite.incident.process.CancelIncidentDelegate;
import org.itsmsuite.incident.process.ClassifyIncidentListener;
import org.itsmsuite.incident.process.CloseIncidentDelegate;
import org.itsmsuite.incident.process.CloseWithoutRestoringDelegate;
import org.itsmsuite.incident.process.HandOverIncidentDelegate;
import org.itsmsuite.incident.process.IncidentBean;
import org.itsmsuite.incident.process.IncidentFactsListener;
import org.itsmsuite.incident.process.LeaveForPracticeDelegate;
import org.itsmsuite.incident.process.OfferTaskListener;
import org.itsmsuite.incident.process.PrioritiseIncidentListener;
import org.itsmsuite.incident.process.ReclassifyIncidentDelegate;
import org.itsmsuite.incident.process.RecordIncidentDelegate;
import org.itsmsuite.incident.process.RemindAwaitedDelegate;
import org.itsmsuite.incident.process.ReopenIncidentDelegate;
import org.itsmsuite.incident.process.ResolveChildDelegate;
import org.itsmsuite.incident.process.ResolveIncidentDelegate;
import org.itsmsuite.incident.process.RestoreServiceListener;
import org.itsmsuite.incident.process.RestrictIncidentDelegate;
import org.itsmsuite.incident.process.ResumeWorkDelegate;
import org.itsmsuite.incident.process.RouteIncidentListener;
import org.itsmsuite.incident.process.StartWaitingDelegate;
import org.itsmsuite.incident.process.TakeTaskListener;
import org.itsmsuite.incident.process.TriageIncidentListener;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.sla.process.SlaClocks;

/** What the models name, under the names Spring gives. */
final class DeskBeans implements BeanSource {

  private final Map<String, Object> beans = new HashMap<>();

  @Override
  public Object find(String name) {
    return beans.get(name);
  }

  void add(String name, Object bean) {
    beans.put(name, bean);
  }

  private void add(Object bean) {
    String name = bean.getClass().getSimpleName();
    add(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), bean);
  }

  void addIncident(
      IncidentSteps steps,
      Restrictions restrictions,
      DeskFamilies families,
      IncidentDeadlines deadlines,
      Escalations escalations,
      SlaClocks sla,
      Catalogue catalogue,
      RepositoryService repository) {
    add("incident", new IncidentBean(steps, deadlines, families.steps()));
    add("sla", sla);
    add(new EscalateDelegate(escalations));
    add(new RecordIncidentDelegate(steps, repository));
    add(new IncidentFactsListener(steps, catalogue));
    add(new ClassifyIncidentListener(steps));
    add(new PrioritiseIncidentListener(steps, escalations));
    add(new RouteIncidentListener(steps));
    add(new OfferTaskListener(steps, restrictions));
    add(new TakeTaskListener(steps));
    add(new TriageIncidentListener(steps, families.duplicates()));
    add(new RestoreServiceListener(steps));
    add(new HandOverIncidentDelegate(steps));
    add(new StartWaitingDelegate(steps));
    add(new RemindAwaitedDelegate(steps));
    add(new ResumeWorkDelegate(steps));
    add(new LeaveForPracticeDelegate(steps));
    add(new ResolveIncidentDelegate(steps));
    add(new CloseIncidentDelegate(steps, families.steps()));
    add(
        new CloseWithoutRestoringDelegate(
            steps, families.steps(), families.duplicates(), escalations));
    add(new ReopenIncidentDelegate(steps, families.duplicates()));
    add(new ResolveChildDelegate(families.steps()));
    add(new CancelIncidentDelegate(steps, families.steps()));
    add(new RestrictIncidentDelegate(families.restricted().apply(steps)));
    add(new ReclassifyIncidentDelegate(steps, families.duplicates()));
  }

  void addMajor(MajorDesk major, Restrictions restrictions, RepositoryService repository) {
    add("majorIncident", new MajorIncidentBean(major.steps, major.tasks, major.reporting));
    add(new InformTopManagementDelegate(major.steps, repository));
    add(new MajorCriteriaListener(major.steps));
    add(new OfferMajorTaskListener(major.steps, major.reporting, restrictions));
    add(new TakeChargeListener(major.charge));
    add(new OfferTechnicalTaskListener(major.tasks));
    add(new CompleteTechnicalTaskListener(major.tasks));
    add(new SendUpdateDelegate(major.steps));
    add(new EndUpdatesDelegate(major.steps));
    add(new ResumeLeadingDelegate(major.steps));
    add(new RecordWithdrawalDelegate(major.steps));
    add(new WriteReportListener(major.reporting));
    add(new ReviewMajorIncidentListener(major.reporting));
    add(new RemindOfOverdueDelegate(major.reporting));
  }
}
