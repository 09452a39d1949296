package org.itsmsuite.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** One ticket from report to end: the way most incidents take. Seven steps, each a transaction. */
final class TicketCycle {

  static final Map<String, Object> REPORT =
      Map.of(
          "title", "E-mail does not arrive",
          "description", "Since nine o'clock nothing comes in, on any device.");

  private static final Map<String, Object> TRIAGE =
      Map.of(
          "mechanism", "INCIDENT",
          "category", "other",
          "impact", "MEDIUM",
          "urgency", "MEDIUM");

  private static final Map<String, Object> RESTORE =
      Map.of(
          "result", "RESTORED",
          "resolution", "Restarted the queue that had filled up.",
          "resolutionCode", "FIXED",
          "causeKnown", "YES");

  private final Desk desk;

  TicketCycle(Desk desk) {
    this.desk = desk;
  }

  /** Everything a ticket costs, as fast as it goes. */
  void run() {
    steps(
        new Watch() {
          @Override
          public <T> T step(String name, Supplier<T> step) {
            return step.get();
          }
        });
  }

  /** What each step of one ticket sends to the database. */
  Map<String, Trips> costs() {
    Map<String, Trips> costs = new LinkedHashMap<>();
    String ticket =
        steps(
            new Watch() {
              @Override
              public <T> T step(String name, Supplier<T> step) {
                Object[] result = new Object[1];
                costs.put(name, CountingDataSource.during(() -> result[0] = step.get()));
                @SuppressWarnings("unchecked")
                T typed = (T) result[0];
                return typed;
              }
            });
    if (!desk.isOver(ticket)) {
      throw new IllegalStateException("The cycle does not reach the end of " + ticket);
    }
    return costs;
  }

  private String steps(Watch watch) {
    String ticket = watch.step("report", desk::report);
    String triage = watch.step("take to triage", () -> desk.take(ticket, "agent"));
    watch.step("triage", () -> done(() -> desk.complete(triage, "agent", TRIAGE)));
    String restore = watch.step("take to restore", () -> desk.take(ticket, "specialist"));
    watch.step("restore", () -> done(() -> desk.complete(restore, "specialist", RESTORE)));
    watch.step("confirm", () -> done(() -> desk.confirm(ticket)));
    String job = desk.lastJob(ticket);
    watch.step("end", () -> done(() -> desk.run(job)));
    return ticket;
  }

  private static Void done(Runnable step) {
    step.run();
    return null;
  }

  private interface Watch {
    <T> T step(String name, Supplier<T> step);
  }
}
