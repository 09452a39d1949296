package org.itsmsuite.incident.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.web.Texts;

/**
 * Something people do with an incident at any time, contributed by a part of the practice. Whoever
 * may use it is told by the access table: {@code incident.act} names it.
 */
@org.springframework.modulith.NamedInterface("actions")
public interface IncidentAction {

  /** As in the address, such as {@code declare-major}. */
  String name();

  /** The names of the fields it takes. */
  Set<String> fields();

  /** What the page asks for; empty if it is not to be offered on this incident now. */
  Optional<ActionOffer> offer(Incident incident);

  /**
   * Checks the values and carries it out.
   *
   * @param texts collects what is wrong with the values; verified before anything is done
   * @throws org.itsmsuite.refusal.Refusal for values that are wrong and states that do not allow it
   */
  void act(String number, Texts texts, Map<String, String> values);
}
