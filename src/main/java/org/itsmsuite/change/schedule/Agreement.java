package org.itsmsuite.change.schedule;

import java.time.Instant;
import org.itsmsuite.change.Window;

/**
 * Somebody answers for something that was found about a window.
 *
 * @param about number of the other change, or id of the freeze; empty for the other kinds
 * @param span what both windows share, or the change's window where there is no other; the
 *     agreement holds for nothing beyond
 */
public record Agreement(
    String change, FindingKind kind, String about, Window span, String by, String why, Instant at) {

  /** Whether it is about this, in a span that it covers. */
  boolean covers(FindingKind asked, String other, Window shared) {
    return kind == asked && about.equals(other) && span.encloses(shared);
  }
}
