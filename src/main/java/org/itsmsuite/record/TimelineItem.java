package org.itsmsuite.record;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.ledger.LedgerEntry;

/** A fact as a record's page tells it. */
public record TimelineItem(ZonedDateTime at, String actor, String text, List<Detail> details) {

  /** A field that the fact changed. */
  public record Detail(String field, Object before, Object after) {}

  /**
   * @param text what happened, in words
   */
  public static TimelineItem of(LedgerEntry entry, String text, ZoneId zone) {
    List<Detail> details = new ArrayList<>();
    Set<String> fields = new LinkedHashSet<>(new TreeSet<>(entry.before().keySet()));
    fields.addAll(new TreeSet<>(entry.after().keySet()));
    for (String field : fields) {
      Object before = entry.before().get(field);
      Object after = entry.after().get(field);
      if (before != null || after != null) {
        details.add(new Detail(field, before, after));
      }
    }
    return new TimelineItem(entry.at().atZone(zone), entry.actor(), text, details);
  }
}
