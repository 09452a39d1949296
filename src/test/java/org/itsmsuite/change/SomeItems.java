package org.itsmsuite.change;

import java.util.Collection;
import java.util.List;

/** Items of a test: whatever is asked for exists, unless its name says that it does not. */
public class SomeItems implements ItemFacts {

  @Override
  public List<Touched> of(Collection<String> ids) {
    return ids.stream()
        .filter(id -> !id.startsWith("no-such"))
        .map(
            id ->
                new Touched(
                    id,
                    id.replace('-', ' '),
                    id.startsWith("safe") ? "safe" : "server",
                    id.startsWith("critical") ? "HIGH" : "LOW"))
        .toList();
  }

  @Override
  public List<String> services(Collection<String> ids) {
    return ids.contains("archive") ? List.of("payroll", "email") : List.of();
  }

  @Override
  public Ways ways(Collection<String> ids) {
    return Ways.NONE;
  }

  @Override
  public List<String> dependants(Collection<String> ids) {
    return ids.stream().map(id -> "What runs on " + id).toList();
  }
}
