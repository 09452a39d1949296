package org.itsmsuite.change.work.store;

import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.change.work.WorkNote;
import org.itsmsuite.change.work.WorkStore;
import org.itsmsuite.incident.ConcurrentChangeException;

/** For tests and replays. */
public class InMemoryWorkStore implements WorkStore {

  private final List<WorkNote> notes = new ArrayList<>();

  @Override
  public synchronized void add(WorkNote note) {
    if (of(note.change()).stream().anyMatch(one -> one.position() == note.position())) {
      throw new ConcurrentChangeException(note.change());
    }
    notes.add(note);
  }

  @Override
  public synchronized List<WorkNote> of(String change) {
    return notes.stream().filter(one -> one.change().equals(change)).toList();
  }
}
