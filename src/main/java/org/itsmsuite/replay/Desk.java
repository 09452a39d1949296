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
   * Fires what is due on the record's clocks before an instant, each at its due instant, in order;
   * the desk's time moves along and ends there.
   */
  void fireClocks(String number, Instant before);

  /** Timers of the record that stand in for a person, in the order of their due instants. */
  List<StandIn> standIns(String number);

  /** How long the record has waited for others in all, in real time. */
  Duration waited(String number);

  /** Ends the record's process wherever it stands, and forgets everything about it. */
  void forget(String number);

  @Override
  void close();
}
