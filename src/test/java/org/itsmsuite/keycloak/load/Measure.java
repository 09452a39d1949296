package org.itsmsuite.keycloak.load;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Times what it is given, and counts the questions that Keycloak got meanwhile. */
final class Measure {

  private record Row(String what, int times, Result first, Result again) {}

  private record Result(double median, double most, double questions) {

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f | %.1f | %.1f", median, most, questions);
    }
  }

  private final MeterRegistry meters;
  private final List<Row> rows = new ArrayList<>();

  Measure(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * @param times so many different ones, each for the first time and then, all in a second go,
   *     again
   */
  void of(String what, int times, IntConsumer step) {
    KeycloakLoad.say(what);
    rows.add(new Row(what, times, run(times, step), run(times, step)));
  }

  private Result run(int times, IntConsumer step) {
    var took = new ArrayList<Long>();
    long before = asked();
    for (int number = 0; number < times; number++) {
      long start = System.nanoTime();
      step.accept(number);
      took.add(System.nanoTime() - start);
    }
    took.sort(null);
    return new Result(
        millis(took.get(took.size() / 2)),
        millis(took.get(took.size() - 1)),
        (asked() - before) / (double) times);
  }

  private long asked() {
    return meters.get("itsm.keycloak.calls").tag("outcome", "answered").timer().count();
  }

  private static double millis(long nanos) {
    return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }

  String report() {
    var text =
        new StringBuilder(
            """
            | what | different ones | first: median ms | most ms | questions to Keycloak | again: median ms | most ms | questions |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """);
    for (var row : rows) {
      text.append(
          "| %s | %d | %s | %s |%n".formatted(row.what(), row.times(), row.first(), row.again()));
    }
    return text.toString();
  }
}
