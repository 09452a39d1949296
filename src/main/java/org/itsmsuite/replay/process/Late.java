package org.itsmsuite.replay.process;

import java.time.Instant;
import java.util.Map;
import org.itsmsuite.engine.TaskFacts;
import org.itsmsuite.engine.TimerDates;

/** Stands where the engine is built for what can be built only after it. */
final class Late implements TimerDates, TaskFacts {

  private TimerDates dates;
  private TaskFacts facts;

  void are(TimerDates ofTimers, TaskFacts ofTasks) {
    dates = ofTimers;
    facts = ofTasks;
  }

  @Override
  public boolean handles(String value) {
    return dates.handles(value);
  }

  @Override
  public Instant nextAfter(String value, Instant now) {
    return dates.nextAfter(value, now);
  }

  @Override
  public boolean knows(String processKey) {
    return facts.knows(processKey);
  }

  @Override
  public Map<String, Object> of(String record, String taskKey) {
    return facts.of(record, taskKey);
  }
}
