package org.itsmsuite.incident;

import java.util.Optional;
import org.itsmsuite.conversation.Contribution;
import org.itsmsuite.conversation.ConversationListener;
import org.itsmsuite.record.RecordSummary;
import org.itsmsuite.sla.Clocks;
import org.springframework.stereotype.Component;

/**
 * What is said moves the incident: the first reply of a person stops the response clock, the
 * customer's answer ends the wait for it, and whoever has written waits for our word. What the
 * suite says by itself, and notes, move nothing.
 */
@Component
class IncidentConversation implements ConversationListener {

  private final IncidentStore store;
  private final Incidents incidents;
  private final Clocks clocks;

  IncidentConversation(IncidentStore store, Incidents incidents, Clocks clocks) {
    this.store = store;
    this.incidents = incidents;
    this.clocks = clocks;
  }

  @Override
  public String practice() {
    return "incident";
  }

  @Override
  public void lock(String number) {
    store.lock(number);
  }

  @Override
  public void said(RecordSummary record, Contribution said) {
    if (said.isReply()) {
      clocks.replied(record.number());
    } else if (said.isFromRequester()) {
      answered(incidents.find(record.number()));
    }
  }

  private void answered(Incident incident) {
    Wait wait = incident.waiting();
    if (incident.isOpen() && wait != null && wait.reason() == WaitingReason.CUSTOMER) {
      incidents.resume(incident.number());
    }
    if (incident.isOpen() && incident.assessment().priority() != null) {
      clocks.replyAwaited(IncidentSteps.promise(incident, incident.assessment().priority()));
    }
  }

  @Override
  public Optional<String> advice(RecordSummary record) {
    return switch (Status.valueOf(record.status())) {
      case RESOLVED ->
          Optional.of(
              "We believe that it works again. If it does not, please use Reopen (action reopen):"
                  + " a message alone does not open it.");
      case CLOSED ->
          Optional.of(
              "It is closed. A message is kept and read, but does not open it: if it is back,"
                  + " please use Reopen (action reopen), or report a new incident when that is"
                  + " no longer possible.");
      case CANCELLED ->
          Optional.of(
              "It is cancelled and cannot be opened again. A message is kept and read; if you"
                  + " still need help, please report a new incident.");
      default -> Optional.empty();
    };
  }
}
