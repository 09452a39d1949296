package org.itsmsuite.change.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.itsmsuite.change.Action;
import org.itsmsuite.change.Category;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeResult;
import org.itsmsuite.change.Impact;
import org.itsmsuite.change.Plan;
import org.itsmsuite.change.Rfc;
import org.itsmsuite.change.Risk;
import org.itsmsuite.change.RiskLevel;
import org.itsmsuite.change.Status;
import org.itsmsuite.change.Subject;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.store.InMemoryChangeStore;

/** Changes as they are stored, in whatever state a story needs. */
public final class StoredChanges {

  private static final Instant ASKED = Instant.parse("2026-03-02T08:00:00Z");

  /** No number comes twice, so that what one story restricts concerns no other. */
  private static final AtomicInteger LAST = new AtomicInteger(500_000);

  public final InMemoryChangeStore store = new InMemoryChangeStore();

  private static String next() {
    return "CHG-%06d".formatted(LAST.incrementAndGet());
  }

  public Change change(Status status, Window window, String... items) {
    return change(next(), status, null, window, items);
  }

  /** One whose risk is known. */
  public Change risky(RiskLevel level, Window window, String... items) {
    return change(
        next(), Status.APPROVAL, new Risk(level, 3, List.of(), "change-risk:1"), window, items);
  }

  /** The same change in another window. */
  public Change moved(Change change, Window window) {
    return change(
        change.number(),
        change.status(),
        change.risk(),
        window,
        change.items().toArray(String[]::new));
  }

  private Change change(String number, Status status, Risk risk, Window window, String... items) {
    var change =
        new Change(
            number,
            UUID.randomUUID(),
            ASKED,
            new Rfc(
                "Replace it",
                null,
                "It is old",
                null,
                "requester",
                null,
                null,
                Subject.COMPONENT,
                Action.MODIFY,
                Impact.MEDIUM,
                null,
                null,
                null),
            new Plan(List.of(items), List.of(), window, "Do it", null, "Undo it", null, null),
            status,
            Category.NORMAL,
            "So",
            1,
            List.of(),
            risk,
            null,
            null,
            null,
            null,
            ChangeResult.NONE,
            null,
            1);
    store.add(change);
    return change;
  }
}
