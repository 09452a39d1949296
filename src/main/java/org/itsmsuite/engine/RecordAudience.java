package org.itsmsuite.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.restriction.Concerned;
import org.itsmsuite.restriction.Custodian;
import org.itsmsuite.restriction.Restrictions;

/**
 * To whom the engine may show what it knows of a record. Asked late: the engine is there before
 * those who know.
 */
public final class RecordAudience {

  private static final String GROUP = Concerned.group("");

  private final Supplier<Restrictions> restrictions;
  private final Supplier<Custodian> custodian;

  public RecordAudience(Supplier<Restrictions> restrictions, Supplier<Custodian> custodian) {
    this.restrictions = restrictions;
    this.custodian = custodian;
  }

  /** For engines without records. */
  public static RecordAudience everybody() {
    return new RecordAudience(() -> null, () -> null);
  }

  /** The person the engine works for; the suite itself if nobody is logged in to it. */
  public static Actor actor(Authentication person) {
    if (person == null || person.getUserId() == null) {
      return Actor.SYSTEM;
    }
    var groups = person.getGroupIds();
    return new Actor(person.getUserId(), groups == null ? Set.of() : new HashSet<>(groups));
  }

  /** Null stands for no record. */
  public boolean isRestricted(String record) {
    var asked = restrictions.get();
    return record != null && asked != null && asked.isRestricted(record);
  }

  public boolean mayKnow(Actor actor, String record) {
    return !isRestricted(record) || restrictions.get().mayKnow(actor, record);
  }

  public boolean mayKnow(String group, String record) {
    return mayKnow(Concerned.memberOf(group), record);
  }

  /** The groups that a restricted record's tasks may be offered to; never empty. */
  public List<String> groups(String record) {
    Set<String> concerned = restrictions.get().concerned(record);
    List<String> groups =
        concerned.stream()
            .filter(name -> name.startsWith(GROUP))
            .map(name -> name.substring(GROUP.length()))
            .toList();
    return groups.isEmpty() ? standIns() : groups;
  }

  /** Who is offered a restricted record's tasks where nobody else may know of it. */
  public List<String> standIns() {
    return custodian.get() == null ? List.of() : List.of(custodian.get().group());
  }
}
