package org.itsmsuite.change.vote;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.restriction.KnownRecords;

/** Keeps sittings, and looks up what boards sit over. Joins the caller's transaction. */
public interface SittingStore {

  /**
   * @return false if one of the board is open; nothing was written then
   */
  boolean add(Sitting sitting);

  /** Closes it. */
  void close(Sitting sitting);

  Optional<Sitting> find(UUID id);

  /** The same, held until the transaction ends. */
  Optional<Sitting> lock(UUID id);

  /** The open one of a board. */
  Optional<Sitting> open(String board);

  /**
   * Sittings of a board, the latest first.
   *
   * @param page from 0
   */
  List<Sitting> of(String board, int page, int size);

  /** Who takes part how, by account; whoever is not named has not been noted. */
  Map<String, Presence> attendance(UUID sitting);

  /** In place of what was noted before. */
  void attend(UUID sitting, Map<String, Presence> attendance);

  /** In place of what was noted about the change before. */
  void note(UUID sitting, Minute minute);

  /** Whether the board votes, or has voted, on a change. */
  boolean isOf(String board, String change);

  /**
   * Open votes of a board. As many queries for two hundred as for one.
   *
   * @param known which records the reader may know of, by {@code c.number}
   * @param page from 0
   */
  Agenda agenda(String board, KnownRecords known, int page, int size);

  /**
   * What became of which change, in the order of their numbers: those with a ballot, an end or a
   * word in the minutes while the board sat.
   *
   * @param known which records the reader may know of, by {@code c.number}
   */
  List<Proceeding> proceedings(Sitting sitting, KnownRecords known);
}
