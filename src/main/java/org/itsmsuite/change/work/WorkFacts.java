package org.itsmsuite.change.work;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.MoreFacts;
import org.itsmsuite.change.WindowFinding;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.restriction.Restrictions;

/** Shows the evidence so far, and what stands against the window, in the forms of a change. */
public class WorkFacts implements MoreFacts {

  private final ChangeWork work;
  private final CausedStore caused;
  private final Restrictions restrictions;
  private final CurrentUser user;

  public WorkFacts(
      ChangeWork work, CausedStore caused, Restrictions restrictions, CurrentUser user) {
    this.work = work;
    this.caused = caused;
    this.restrictions = restrictions;
    this.user = user;
  }

  @Override
  public Map<String, Object> of(Change change) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("work", work.notes(change.number()).stream().map(WorkFacts::line).collect(lines()));
    facts.put("findings", findings(change));
    facts.put("caused", caused(change));
    return facts;
  }

  /** The step of the plan that a task is about, as {@code planStep}. */
  @Override
  public Map<String, Object> of(Change change, String part) {
    WorkPlan plan = work.plan(change.number());
    return plan.step(Integer.parseInt(part))
        .<Map<String, Object>>map(
            step ->
                Map.of(
                    "planStep",
                    step.turn() + ". " + step.what() + " (" + step.minutes() + " minutes)"))
        .orElse(Map.of("planStep", "All of it"));
  }

  private static String line(WorkNote note) {
    String step = note.step().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String outcome = note.outcome() == null ? "" : ", " + note.outcome();
    return step + outcome + " (" + note.by() + "): " + note.text();
  }

  /** Only those that whoever reads it may know of are named and counted. */
  private String caused(Change change) {
    List<String> all = caused.incidents(change.number());
    List<String> known = restrictions.knownTo(user.actor(), all, one -> one);
    return known.isEmpty() ? "None is known." : known.size() + ": " + String.join(", ", known);
  }

  private String findings(Change change) {
    if (change.window() == null) {
      return "It has no window yet.";
    }
    List<WindowFinding> findings = work.findings(change);
    return findings.isEmpty()
        ? "Nothing was found against the window; it may be over."
        : findings.stream().map(WindowFinding::text).collect(lines());
  }

  private static java.util.stream.Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n");
  }
}
