package org.itsmsuite.duty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.restriction.KnownRecords;

/** Keeps exceptions and their uses; nothing is ever deleted. */
public interface DutyExceptionStore {

  /** Keeps others from adding one until the transaction ends. */
  void lockEntry();

  /** Those from this duty that are not over yet, as their dates say. */
  List<DutyException> standing(String duty, Instant now);

  long nextId();

  void add(DutyException exception);

  /** Ends it before its time. */
  void end(DutyException exception);

  Optional<DutyException> find(long id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<DutyException> lock(long id);

  Optional<DutyException> inForce(String duty, Instant now);

  List<DutyException> inForce(Instant now);

  /** The newest first. */
  List<Counted> all();

  /**
   * An exception and how often it was used.
   *
   * @param uses on records of every kind
   */
  record Counted(DutyException exception, long uses) {}

  void used(DutyUse use);

  /**
   * One page of uses, newest first.
   *
   * @param subject only on this one, or null for all
   * @param known which records the reader may know of; its column is {@code u.subject}
   */
  UsePage uses(String subject, KnownRecords known, int page, int size);

  /**
   * @param total how many there are on all pages
   */
  record UsePage(List<DutyUse> items, int page, int size, long total) {}
}
