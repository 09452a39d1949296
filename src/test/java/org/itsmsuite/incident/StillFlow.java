package org.itsmsuite.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** For tests without a process: waits for every message, remembers it, and goes nowhere. */
public class StillFlow implements IncidentFlow {

  /** Number and message. */
  public final List<String> messages = new ArrayList<>();

  @Override
  public void start(String number) {}

  @Override
  public void send(String number, String message, Map<String, Object> payload) {
    messages.add(number + " " + message);
  }

  @Override
  public boolean tell(String number, String message, Map<String, Object> payload) {
    messages.add(number + " " + message);
    return true;
  }

  @Override
  public boolean answerConfirmation(String number, boolean solved, String comment) {
    return true;
  }

  @Override
  public void restrictTasks(Incident incident) {}

  @Override
  public void releaseTasks(Incident incident) {}

  @Override
  public void retellPriority(Incident incident, String was) {}

  @Override
  public void moveTask(Run run, String group) {}

  @Override
  public boolean take(Run run, String account) {
    return true;
  }

  @Override
  public void wakeUp(Run run, Instant at) {}
}
