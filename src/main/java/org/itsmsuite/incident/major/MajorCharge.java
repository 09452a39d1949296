package org.itsmsuite.incident.major;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.Incident;

/** Who is in charge of a major incident: one person, by name. */
public class MajorCharge {

  private final MajorCases cases;
  private final MajorRights rights;
  private final TechnicalTasks tasks;
  private final MajorNews news;
  private final MajorFlow flow;
  private final CurrentUser user;
  private final Clock time;

  public MajorCharge(
      MajorCases cases,
      MajorRights rights,
      TechnicalTasks tasks,
      MajorNews news,
      MajorFlow flow,
      CurrentUser user,
      Clock time) {
    this.cases = cases;
    this.rights = rights;
    this.tasks = tasks;
    this.news = news;
    this.flow = flow;
    this.user = user;
    this.time = time;
  }

  /**
   * Somebody takes charge, and says which groups do what.
   *
   * @param manager account; null for the person who acts
   * @param texts group to what it is to do
   */
  public void take(String number, String manager, Map<String, String> texts) {
    MajorIncident major = cases.standing(number);
    String was = major.lead().manager();
    String account = rights.manager("manager", manager);
    cases.keep(major, major.chargeTaken(account, time.instant()));
    changed(major, was);
    tasks.give(number, texts);
  }

  /** Another person leads from now on; their open tasks come along. */
  void name(String number, String manager) {
    MajorIncident major = cases.standing(number);
    String was = major.lead().manager();
    cases.keep(major, major.managerNamed(rights.manager("account", manager)));
    changed(major, was);
  }

  private void changed(MajorIncident major, String was) {
    String is = major.lead().manager();
    Incident incident = cases.incident(major.record());
    news.involvePerson(incident, is);
    if (is.equals(was)) {
      return;
    }
    flow.reassign(major.lead().run(), was, is);
    if (!is.equals(user.actor().id())) {
      news.tell(
          incident,
          major,
          "major-incident-manager-named",
          major.occasion("manager/" + is + "/" + time.instant()),
          Set.of("user:" + is),
          major.declaration().reason(),
          null);
    }
  }
}
