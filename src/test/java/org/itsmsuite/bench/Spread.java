package org.itsmsuite.bench;

import java.util.Collection;
import java.util.Locale;

/** The middle one of some measured values, with the least and the greatest. */
record Spread(double median, double least, double greatest) {

  static Spread of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("Nothing was measured.");
    }
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  String as(String format) {
    return String.format(
        Locale.ROOT, format + " (" + format + " to " + format + ")", median, least, greatest);
  }
}
