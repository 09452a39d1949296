package org.itsmsuite.change.web;

import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.change.ChangeSearch;
import org.itsmsuite.change.Changes;
import org.itsmsuite.change.Status;
import org.itsmsuite.web.StartCard;
import org.itsmsuite.web.StartCards;
import org.springframework.stereotype.Component;

/** What the start page says about changes. */
@Component
class ChangeCards implements StartCards {

  private final Changes changes;
  private final ChangeAccess access;

  ChangeCards(Changes changes, ChangeAccess access) {
    this.changes = changes;
    this.access = access;
  }

  @Override
  public List<StartCard> cards() {
    List<StartCard> cards = new ArrayList<>();
    if (access.may("change.request")) {
      cards.add(
          new StartCard(
              "Ask for a change",
              "Something is to be added, altered or taken away.",
              "/changes/new",
              null));
    }
    if (access.internal()) {
      cards.add(
          card(
              "Changes to be judged",
              "Those that are assessed or wait for a decision.",
              List.of(Status.NEW, Status.ASSESSMENT, Status.APPROVAL)));
      cards.add(
          card(
              "Changes ahead",
              "Those that have their place in the schedule, or are being carried out.",
              List.of(Status.SCHEDULED, Status.IMPLEMENTING)));
    }
    return cards;
  }

  private StartCard card(String title, String text, List<Status> statuses) {
    var search =
        new ChangeSearch(
            statuses,
            List.of(),
            null,
            null,
            null,
            null,
            access.reach(),
            access.known("c.number"),
            0,
            1);
    return new StartCard(
        title,
        text,
        "/changes?status=" + String.join(",", statuses.stream().map(Enum::name).toList()),
        changes.search(search).total());
  }
}
