package org.itsmsuite.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.sla.Clocks;

/** A service desk on virtual time, as far as a replay needs it. */
public interface Desk extends AutoCloseable {

  /**
   * A timer that stands in for a person.
   *
   * @param id of the engine's job
   * @param event its id in the model
   */
  record StandIn(String id, String event, Instant due) {}

  /** From now on it is this time, for the engine and for everything else. */
  void at(Instant now);

  /** From now on this person acts. */
  void as(Actor actor);

  Incidents incidents();

  Clocks clocks();

  /** The acting person takes the record's open task. */
  void take(String number);

  /**
   * The acting person completes a task of the record, through its form.
   *
   * @param task its id in the model
   * @throws org.itsmsuite.refusal.Refusal {@code replay.no-such-task} if the process offers none
   */
  void complete(String number, String task, Map<String, Object> values);

  /**
   * Lets time pass: fires what is due on the record's clocks before an instant, each at its due
   * instant, in order. The desk's time ends at the last of them.
   *
   * @return the timers due by then that stand in for a person, which did not fire, earliest first
   */
  List<StandIn> letTimePass(String number, Instant until);

  /** How long the record has waited for others in all, in real time. */
  Duration waited(String number);

  /** Ends all processes wherever they stand, and forgets all records. */
  void forgetAll();

  @Override
  void close();
}
