package org.itsmsuite.restriction;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;

/** For replays and process tests. Not for several threads. */
public final class InMemoryRestrictions implements Restrictions {

  private final Access access;
  private final Clock clock;
  private final Map<String, Instant> since = new HashMap<>();
  private final Map<String, Set<String>> named = new HashMap<>();
  private final Map<String, String> working = new HashMap<>();

  public InMemoryRestrictions(Access access, Clock clock) {
    this.access = access;
    this.clock = clock;
  }

  @Override
  public void restrict(String record) {
    since.computeIfAbsent(record, ignored -> clock.instant());
  }

  @Override
  public boolean isRestricted(String record) {
    return since.containsKey(record);
  }

  @Override
  public Optional<Instant> since(String record) {
    return Optional.ofNullable(since.get(record));
  }

  @Override
  public void lift(String record) {
    since.remove(record);
    named.remove(record);
    working.remove(record);
  }

  @Override
  public void name(String record, String concerned) {
    if (isRestricted(record)) {
      named.computeIfAbsent(record, ignored -> new TreeSet<>()).add(concerned);
    }
  }

  @Override
  public void worksOn(String record, String group) {
    if (isRestricted(record)) {
      working.put(record, Concerned.group(group));
    }
  }

  @Override
  public Set<String> concerned(String record) {
    var all = new TreeSet<>(named.getOrDefault(record, Set.of()));
    if (working.containsKey(record)) {
      all.add(working.get(record));
    }
    return all;
  }

  @Override
  public boolean mayKnow(Actor actor, String record) {
    return !isRestricted(record)
        || Concerned.knowsAll(access, actor)
        || !Collections.disjoint(concerned(record), Concerned.names(actor));
  }

  @Override
  public Set<String> hidden(Actor actor, Collection<String> records) {
    return records.stream().filter(one -> !mayKnow(actor, one)).collect(Collectors.toSet());
  }

  @Override
  public boolean knowsAll(Actor actor) {
    return Concerned.knowsAll(access, actor);
  }

  /** There is no database to ask. */
  @Override
  public KnownRecords known(Actor actor, String column) {
    throw new UnsupportedOperationException("Kept in memory: ask mayKnow.");
  }

  /** Forgets everything. */
  public void clear() {
    since.clear();
    named.clear();
    working.clear();
  }
}
