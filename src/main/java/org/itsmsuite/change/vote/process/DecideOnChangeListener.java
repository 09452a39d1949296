package org.itsmsuite.change.vote.process;

import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.Verdict;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps what a person decides. */
@Component
@PublishedToModels
public class DecideOnChangeListener implements TaskListener {

  private final Votes votes;
  private final ZoneId zone;

  /**
   * @param zone in which people write times
   */
  public DecideOnChangeListener(Votes votes, @Value("${itsm.time-zone}") ZoneId zone) {
    this.votes = votes;
    this.zone = zone;
  }

  @Override
  public void notify(DelegateTask task) {
    votes.decidedByPerson(
        task.getExecution().getProcessBusinessKey(),
        Verdict.valueOf(VoteForm.text(task, "verdict")),
        VoteForm.text(task, "why"),
        VoteForm.instant(task, "deferredUntil", zone));
  }
}
