package org.itsmsuite.change.schedule;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeStore;
import org.itsmsuite.change.ItemFacts;
import org.itsmsuite.change.ItemFacts.Ways;
import org.itsmsuite.change.Moment;
import org.itsmsuite.change.Status;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.WindowChecks;
import org.itsmsuite.change.WindowFinding;
import org.itsmsuite.change.WindowFinding.Severity;
import org.itsmsuite.change.WindowVerdict;
import org.itsmsuite.change.schedule.WindowRules.Found;
import org.itsmsuite.restriction.Restrictions;

/**
 * Looks windows over: freezes, other changes of the same items or along dependencies, maintenance
 * windows. Windows are half-open: two that only touch do not collide. Changes that have ended, or
 * whose work is done, collide with nothing. A restricted change is found, but not named.
 */
public class ScheduleChecks implements WindowChecks {

  /** Approved, and not done yet. */
  static final Set<Status> APPROVED = Set.of(Status.SCHEDULED, Status.IMPLEMENTING);

  private static final Set<Status> AHEAD =
      Set.of(
          Status.NEW,
          Status.ASSESSMENT,
          Status.APPROVAL,
          Status.DEFERRED,
          Status.SCHEDULED,
          Status.IMPLEMENTING);

  private final ChangeStore changes;
  private final FreezeStore freezes;
  private final AgreementStore agreements;
  private final WindowRules rules;
  private final MaintenanceWindows maintenance;
  private final Supplier<ItemFacts> items;
  private final Restrictions restrictions;
  private final ScheduleWords words;

  ScheduleChecks(
      ChangeStore changes,
      FreezeStore freezes,
      AgreementStore agreements,
      WindowRules rules,
      MaintenanceWindows maintenance,
      Supplier<ItemFacts> items,
      Restrictions restrictions,
      ScheduleWords words) {
    this.changes = changes;
    this.freezes = freezes;
    this.agreements = agreements;
    this.rules = rules;
    this.maintenance = maintenance;
    this.items = items;
    this.restrictions = restrictions;
    this.words = words;
  }

  @Override
  public WindowVerdict check(Change change, Moment moment) {
    if (change.window() == null) {
      return WindowVerdict.CLEAR;
    }
    List<WindowFinding> findings = new ArrayList<>();
    for (Raw one : found(change)) {
      rules
          .severity(change, moment, one.found())
          .ifPresent(severity -> findings.add(one.finding(severity)));
    }
    return new WindowVerdict(findings);
  }

  /**
   * Something found, whatever it counts.
   *
   * @param about as agreements name it
   * @param span as agreements keep it
   */
  record Raw(
      Found found,
      String about,
      Window span,
      String text,
      List<String> items,
      Change other,
      String otherNumber,
      Window.Overlap overlap,
      List<String> path) {

    WindowFinding finding(Severity severity) {
      return new WindowFinding(
          found.kind().name(),
          severity,
          found.kind().key(),
          text,
          items,
          otherNumber,
          overlap,
          path);
    }
  }

  /** Everything there is about the window of a change that has one. */
  List<Raw> found(Change change) {
    List<Agreement> agreed = agreements.concerning(change.number());
    List<Raw> all = new ArrayList<>();
    inFreezes(change, agreed, all);
    collisions(change, agreed, all);
    outsideMaintenance(change, agreed, all);
    return all;
  }

  private static boolean isAgreed(
      List<Agreement> agreed, Change change, FindingKind kind, String about, Window span) {
    return agreed.stream()
        .anyMatch(
            one ->
                one.change().equals(change.number())
                    ? one.covers(kind, about, span)
                    : one.change().equals(about) && one.covers(kind, change.number(), span));
  }

  private void inFreezes(Change change, List<Agreement> agreed, List<Raw> all) {
    List<Freeze> then = freezes.during(change.window());
    if (then.isEmpty()) {
      return;
    }
    Set<String> services = services(change);
    for (Freeze freeze : then) {
      if (freeze.holdsFor(services)) {
        List<String> frozen = frozen(change, freeze);
        Window span = change.window().shared(freeze.window());
        String about = freeze.id().toString();
        all.add(
            new Raw(
                new Found(
                    FindingKind.FREEZE,
                    0,
                    true,
                    isAgreed(agreed, change, FindingKind.FREEZE, about, span)),
                about,
                span,
                text(freeze, frozen),
                frozen,
                null,
                null,
                null,
                List.of()));
      }
    }
  }

  /** Services that its items belong to now, and those it was asked for. */
  private Set<String> services(Change change) {
    Set<String> services = new LinkedHashSet<>(change.services());
    services.addAll(items.get().services(change.items()));
    return services;
  }

  /** All items that the freeze holds for, however many. */
  private List<String> frozen(Change change, Freeze freeze) {
    if (freeze.isGlobal()) {
      return change.items();
    }
    ItemFacts known = items.get();
    return change.items().stream()
        .filter(one -> freeze.holdsFor(known.services(List.of(one))))
        .toList();
  }

  private String text(Freeze freeze, List<String> frozen) {
    return "The freeze “"
        + freeze.name()
        + "” holds "
        + words.span(freeze.window())
        + (freeze.isGlobal() ? " for everything" : "")
        + (frozen.isEmpty() ? "" : ": " + String.join(", ", frozen))
        + ".";
  }

  private void collisions(Change change, List<Agreement> agreed, List<Raw> all) {
    if (change.items().isEmpty()) {
      return;
    }
    List<Change> apart = new ArrayList<>();
    for (Change other : changes.during(change.window(), AHEAD)) {
      if (other.number().equals(change.number())) {
        continue;
      }
      List<String> same = change.items().stream().filter(other.items()::contains).toList();
      if (same.isEmpty()) {
        apart.add(other);
      } else {
        all.add(collision(change, other, agreed, FindingKind.SAME_ITEM, same, List.of()));
      }
    }
    if (!apart.isEmpty()) {
      alongDependencies(change, apart, agreed, all);
    }
  }

  private void alongDependencies(
      Change change, List<Change> others, List<Agreement> agreed, List<Raw> all) {
    ItemFacts known = items.get();
    Ways ours = known.ways(change.items());
    Set<String> theirs = others.stream().flatMap(one -> one.items().stream()).collect(toSet());
    // One question for all of them; only if it finds one of our items each is asked on its own.
    Ways around = known.ways(theirs);
    boolean weDepend = change.items().stream().anyMatch(around.paths()::containsKey);
    for (Change other : others) {
      Optional<List<String>> path = nearest(ours, other.items());
      if (path.isEmpty() && weDepend) {
        path = nearest(known.ways(other.items()), change.items());
      }
      path.ifPresent(
          way ->
              all.add(
                  collision(
                      change,
                      other,
                      agreed,
                      FindingKind.DEPENDENCY,
                      way.stream().filter(change.items()::contains).toList(),
                      way)));
    }
    if (ours.truncated() || around.truncated()) {
      Window span = change.window();
      all.add(
          new Raw(
              new Found(
                  FindingKind.DEPENDENCY_UNKNOWN,
                  0,
                  true,
                  isAgreed(agreed, change, FindingKind.DEPENDENCY_UNKNOWN, "", span)),
              "",
              span,
              "So much depends on these items that not all of it was looked at: other changes may"
                  + " collide with this one further away.",
              List.of(),
              null,
              null,
              null,
              List.of()));
    }
  }

  private static Optional<List<String>> nearest(Ways ways, List<String> to) {
    return to.stream()
        .map(ways.paths()::get)
        .filter(one -> one != null)
        .min((one, two) -> Integer.compare(one.size(), two.size()));
  }

  private Raw collision(
      Change change,
      Change other,
      List<Agreement> agreed,
      FindingKind kind,
      List<String> ours,
      List<String> path) {
    Window span = change.window().shared(other.window());
    Window.Overlap overlap = change.window().overlap(other.window()).orElseThrow();
    boolean approved = APPROVED.contains(other.status());
    boolean hidden = restrictions.isRestricted(other.number());
    return new Raw(
        new Found(
            kind,
            Math.max(0, path.size() - 1),
            approved,
            isAgreed(agreed, change, kind, other.number(), span)),
        other.number(),
        span,
        text(change, other, hidden, approved, kind, overlap, ours, path),
        ours,
        other,
        hidden ? null : other.number(),
        overlap,
        hidden && !path.isEmpty() ? List.of() : path);
  }

  private String text(
      Change change,
      Change other,
      boolean hidden,
      boolean approved,
      FindingKind kind,
      Window.Overlap overlap,
      List<String> ours,
      List<String> path) {
    String which = hidden ? "A restricted change" : other.number();
    String lies =
        switch (overlap) {
          case IDENTICAL -> "in the same window";
          case NESTED ->
              change.window().encloses(other.window())
                  ? "in a window within this one"
                  : "in a window around this one";
          case PARTLY -> "in a window that overlaps with this one";
        };
    String what =
        kind == FindingKind.SAME_ITEM
            ? " touches " + String.join(", ", ours) + " too, "
            : hidden
                ? " touches something that hangs together with " + ours.get(0) + ", "
                : " touches what hangs together with it (" + String.join(" → ", path) + "), ";
    return which
        + (approved ? "" : ", not approved yet,")
        + what
        + lies
        + ", "
        + words.span(other.window())
        + ".";
  }

  private void outsideMaintenance(Change change, List<Agreement> agreed, List<Raw> all) {
    List<String> outside = maintenance.outside(change.window(), items.get().of(change.items()));
    if (!outside.isEmpty()) {
      Window span = change.window();
      all.add(
          new Raw(
              new Found(
                  FindingKind.OUTSIDE_MAINTENANCE,
                  0,
                  true,
                  isAgreed(agreed, change, FindingKind.OUTSIDE_MAINTENANCE, "", span)),
              "",
              span,
              "The window lies outside of the maintenance windows of "
                  + String.join(", ", outside)
                  + ".",
              outside,
              null,
              null,
              null,
              List.of()));
    }
  }

  /** Ids of the freezes in its window that nobody has agreed to for it. */
  Set<UUID> freezesNotAgreed(Change change) {
    if (change.window() == null) {
      return Set.of();
    }
    List<Raw> all = new ArrayList<>();
    inFreezes(change, agreements.concerning(change.number()), all);
    Set<UUID> ids = new HashSet<>();
    all.stream()
        .filter(one -> !one.found().agreed())
        .forEach(one -> ids.add(UUID.fromString(one.about())));
    return ids;
  }
}
