package org.itsmsuite.change.vote.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.change.vote.Vote;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Lays out what the table {@code cab-decision} reads: {@code result, advisory, further}. */
@Component
@PublishedToModels
public class CountFactsListener implements ExecutionListener {

  private final Votes votes;

  public CountFactsListener(Votes votes) {
    this.votes = votes;
  }

  @Override
  public void notify(DelegateExecution step) {
    Vote vote = votes.latest(step.getProcessBusinessKey());
    Map<String, Object> facts = new HashMap<>();
    facts.put("result", vote.result().name());
    facts.put("advisory", vote.route().authority() != null);
    facts.put("further", vote.route().further());
    facts.forEach(
        (name, value) -> step.setVariableLocal(name, Variables.untypedValue(value, true)));
  }
}
