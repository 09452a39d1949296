package org.itsmsuite.change;

import java.util.List;

/** Everything that was found about a window. */
public record WindowVerdict(List<WindowFinding> findings) {

  /** Nothing speaks against it. */
  public static final WindowVerdict CLEAR = new WindowVerdict(List.of());

  public WindowVerdict {
    findings = List.copyOf(findings);
  }

  /** Those that forbid it. */
  public List<WindowFinding> blocks() {
    return findings.stream().filter(WindowFinding::isBlocking).toList();
  }

  /** Those that only have to be known. */
  public List<WindowFinding> warns() {
    return findings.stream().filter(one -> !one.isBlocking()).toList();
  }
}
