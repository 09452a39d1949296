package org.itsmsuite.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentFlow;
import org.itsmsuite.incident.IncidentMessageTaker;
import org.itsmsuite.incident.IncidentMessages;
import org.itsmsuite.incident.IncidentStore;
import org.itsmsuite.incident.WaitingReason;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;

/**
 * An incident that only a change can end (I-07) gets one and waits for it; when the change is over,
 * whatever came of it, the incident goes on (I-08).
 */
public class IncidentChanges implements IncidentMessageTaker, ChangeEndTaker {

  private final Supplier<Changes> changes;
  private final IncidentStore incidents;
  private final Supplier<IncidentFlow> flow;
  private final Supplier<ItemFacts> items;
  private final CurrentUser user;
  private final Ledger ledger;
  private final ChangeNews news;

  /**
   * @param changes asked for when it is needed: the practices know each other
   * @param flow likewise
   */
  public IncidentChanges(
      Supplier<Changes> changes,
      IncidentStore incidents,
      Supplier<IncidentFlow> flow,
      Supplier<ItemFacts> items,
      CurrentUser user,
      Ledger ledger,
      ChangeNews news) {
    this.changes = changes;
    this.incidents = incidents;
    this.flow = flow;
    this.items = items;
    this.user = user;
    this.ledger = ledger;
    this.news = news;
  }

  @Override
  public Optional<String> take(Incident from, String message) {
    if (!ChangeMessages.NEEDED_BY_INCIDENT.equals(message)) {
      return Optional.empty();
    }
    String number = changes.get().neededBy(from.number(), from.thread(), asked(from)).number();
    if (from.waiting() == null) {
      flow.get()
          .tell(
              from.number(),
              IncidentMessages.WAITING_STARTED,
              Map.of("waitingFor", WaitingReason.CHANGE.name()));
    }
    return Optional.of(number);
  }

  /** What is known; what else people need to judge it is asked for by the change's process. */
  private NewChange asked(Incident from) {
    var report = from.report();
    return new NewChange(
        report.title(),
        report.description(),
        from.number() + " cannot be resolved without a change.",
        null,
        requester(from),
        report.customer(),
        report.service(),
        Subject.COMPONENT,
        Action.MODIFY,
        impact(from),
        null,
        from.number(),
        null,
        items(report.configurationItem()),
        null,
        null,
        null,
        null,
        null,
        from.assignment().group(),
        null);
  }

  /** What an incident calls its configuration item is free text: it may be none that is known. */
  private List<String> items(String named) {
    return named == null
        ? List.of()
        : items.get().of(List.of(named)).stream().map(ItemFacts.Touched::id).toList();
  }

  /** Whoever works on the incident; a timer asks in the name of whoever has it. */
  private String requester(Incident from) {
    Actor actor = user.actor();
    if (actor.isPerson()) {
      return actor.id();
    }
    String assignee = from.assignment().assignee();
    return assignee == null ? from.report().reporter() : assignee;
  }

  private static Impact impact(Incident from) {
    return switch (from.assessment().impact()) {
      case HIGH -> Impact.HIGH;
      case MEDIUM -> Impact.MEDIUM;
      default -> Impact.LOW;
    };
  }

  @Override
  public boolean ended(Change change, String record) {
    if (!record.startsWith("INC-")) {
      return false;
    }
    Optional<Incident> waiting = incidents.find(record);
    waiting.ifPresent(incident -> goOn(change, incident));
    return waiting.isPresent();
  }

  private void goOn(Change change, Incident incident) {
    ledger.write(
        Fact.of(incident.number(), "incident.changeEnded")
            .with("change", change.number())
            .with("outcome", ChangeNews.outcome(change)));
    news.endedFor(change, incident);
    boolean waitsForAnother = changes.get().isWaiting(incident.number());
    if (incident.waiting() != null
        && incident.waiting().reason() == WaitingReason.CHANGE
        && !waitsForAnother) {
      flow.get().tell(incident.number(), IncidentMessages.RESUMED);
    }
  }
}
