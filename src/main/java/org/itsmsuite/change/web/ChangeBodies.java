package org.itsmsuite.change.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Changes;
import org.itsmsuite.change.web.ChangeBody.LinkBody;
import org.springframework.stereotype.Component;

/** Puts together what a person sees of a change they may know of. */
@Component
class ChangeBodies {

  private final Changes changes;
  private final ChangeAccess access;

  ChangeBodies(Changes changes, ChangeAccess access) {
    this.changes = changes;
    this.access = access;
  }

  ChangeBody of(Change change) {
    return ChangeBody.of(change, access.internal(), links(change));
  }

  /** Those whose other end the person may know of. */
  List<LinkBody> links(Change change) {
    List<LinkBody> links = new ArrayList<>();
    Set<String> waiting = new LinkedHashSet<>(changes.waiting(change.number()));
    if (change.cause() != null && !waiting.contains(change.cause())) {
      add(links, "NEEDED_BY", List.of(change.cause()));
    }
    add(links, "AWAITED_BY", List.copyOf(waiting));
    return links;
  }

  private void add(List<LinkBody> links, String type, List<String> numbers) {
    access.knownNumbers(numbers).forEach(number -> links.add(new LinkBody(type, number)));
  }
}
