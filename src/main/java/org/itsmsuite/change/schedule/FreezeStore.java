package org.itsmsuite.change.schedule;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.change.Window;

/** Keeps freezes; none is ever deleted. */
public interface FreezeStore {

  void add(Freeze freeze);

  Optional<Freeze> find(UUID id);

  /** Reads it and keeps others from cancelling it until the transaction ends. */
  Optional<Freeze> lock(UUID id);

  void saveCancelled(Freeze freeze);

  /** Those not cancelled that share an instant with the window, the earliest first. */
  List<Freeze> during(Window window);

  /**
   * All, cancelled ones included, the latest first.
   *
   * @param page from 0
   */
  FreezePage page(int page, int size);

  /** A part of the list. */
  record FreezePage(List<Freeze> freezes, long total) {}
}
