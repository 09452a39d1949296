package org.itsmsuite.incident;

import java.util.Map;

/**
 * The process that carries an incident, as far as the practice must know it. Joins the caller's
 * transaction.
 */
public interface IncidentFlow {

  /** Starts the process; the record's number becomes its business key. */
  void start(String number);

  /**
   * Hands a message to the process of a record.
   *
   * @param payload seen by the next steps of this transaction only
   * @throws org.itsmsuite.refusal.Refusal {@code incident.action-not-possible} if the process does
   *     not wait for it now
   */
  void send(String number, String message, Map<String, Object> payload);

  /**
   * Hands a message to the process of a record if it waits for it.
   *
   * @return false if it does not; nothing has happened then
   */
  default boolean tell(String number, String message) {
    return tell(number, message, Map.of());
  }

  /**
   * As {@link #tell(String, String)}.
   *
   * @param payload seen by the next steps of this transaction only
   */
  boolean tell(String number, String message, Map<String, Object> payload);

  /**
   * Answers the open confirmation on the requester's behalf.
   *
   * @return false if none is open; nothing has happened then
   */
  boolean answerConfirmation(String number, boolean solved, String comment);

  /**
   * The record has become a restricted one: its open tasks are taken away from people it does not
   * concern, and their names do not tell the title any more. Call it after the record was
   * restricted and those concerned were named.
   */
  void restrictTasks(Incident incident);

  /**
   * The record is no longer a restricted one: its open tasks are offered to whomever its process
   * names, and their names tell the title again. Call it after the restriction was lifted.
   */
  void releaseTasks(Incident incident);

  /**
   * The record has another priority: its open tasks tell it by their names, those of its major
   * incident as well. Call it inside of a step.
   *
   * @param was the priority their names tell so far
   */
  void retellPriority(Incident incident, String was);

  /** Moves the record's open task to a group and back to unassigned. */
  void moveTask(Run run, String group);

  /**
   * Gives the record's open task to a person, as if they had claimed it in the tasklist.
   *
   * @return false if none is open, or somebody else has it
   */
  boolean take(Run run, String account);

  /** Puts a wake-up on the record's open task, or takes it away with null. */
  void wakeUp(Run run, java.time.Instant at);
}
