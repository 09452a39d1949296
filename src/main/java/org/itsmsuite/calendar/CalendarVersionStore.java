package org.itsmsuite.calendar;

import java.time.Instant;
import java.util.Optional;

/** Keeps every content a calendar ever had, for the clocks that were started with it. */
public interface CalendarVersionStore {

  /**
   * One version as it is kept.
   *
   * @param checksum SHA-256 of the content, in hex
   * @param content the calendar in its canonical form
   */
  record Stored(String name, int version, String checksum, String content, Instant createdAt) {}

  Optional<Stored> newest(String name);

  Optional<Stored> find(String name, int version);

  /** Adds a version; false, and nothing changed, if another node has added that version before. */
  boolean add(Stored version);
}
