package org.itsmsuite.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps engagements; none is ever deleted. */
public interface EngagementStore {

  long nextId();

  /** Keeps others from giving or changing any until the transaction ends. */
  void lockAll();

  void add(Engagement engagement);

  /** Writes period, scope and end anew. */
  void save(Engagement engagement);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Engagement> lock(long id);

  /** All of one account, whatever became of them. */
  List<Engagement> of(String account);

  /** All, the newest first. */
  List<Engagement> all();

  /** Accounts that ever had one. */
  Set<String> accounts();
}
