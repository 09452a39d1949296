package org.itsmsuite.bench;

import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Tickets made one after the other for some seconds.
 *
 * @param wall nanoseconds it took
 * @param own nanoseconds of CPU that the thread took that made them
 * @param cpu nanoseconds of CPU that all threads of the JVM took, its compiler and collector too
 */
record Slice(int tickets, long wall, long own, long cpu) implements Serializable {

  private static final com.sun.management.OperatingSystemMXBean SYSTEM =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  static Slice of(TicketCycle cycle, long millis) {
    long cpu = SYSTEM.getProcessCpuTime();
    long own = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    long end = start + millis * 1_000_000;
    int tickets = 0;
    do {
      cycle.run();
      tickets++;
    } while (System.nanoTime() < end);
    return new Slice(
        tickets,
        System.nanoTime() - start,
        THREADS.getCurrentThreadCpuTime() - own,
        SYSTEM.getProcessCpuTime() - cpu);
  }

  double wallMillis() {
    return wall / 1e6 / tickets;
  }

  double ownMillis() {
    return own / 1e6 / tickets;
  }

  double cpuMillis() {
    return cpu / 1e6 / tickets;
  }
}
