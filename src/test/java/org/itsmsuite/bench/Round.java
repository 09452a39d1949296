package org.itsmsuite.bench;

import java.util.function.ToDoubleFunction;

/** A slice of the suite and one of the bare engine, right after each other. */
record Round(Measured suite, Measured raw) {

  /**
   * @param postgresCpu milliseconds that the server used meanwhile
   * @param wal bytes it logged meanwhile
   */
  record Measured(Slice slice, double postgresCpu, long wal) {

    double wallMillis() {
      return slice.wallMillis();
    }

    double threadMillis() {
      return slice.ownMillis();
    }

    double jvmMillis() {
      return slice.cpuMillis();
    }

    double postgresMillis() {
      return postgresCpu / slice.tickets();
    }

    /** What the ticket itself takes, on both sides. */
    double cpuMillis() {
      return threadMillis() + postgresMillis();
    }

    double walKilobytes() {
      return wal / 1000.0 / slice.tickets();
    }
  }

  double ratio(ToDoubleFunction<Measured> value) {
    return value.applyAsDouble(suite) / value.applyAsDouble(raw);
  }
}
