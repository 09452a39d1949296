package org.itsmsuite.incident.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.web.Texts;

/**
 * Something people do with an incident at any time, contributed by a part of the practice. Whoever
 * may use it is told by the access table: {@code incident.act} names it.
 */
public interface IncidentAction {

  /** As in the address, such as {@code declare-major}. */
  String name();

  /** The names of the fields it takes. */
  Set<String> fields();

  /** What the page asks for; empty if it is not to be offered on this incident now. */
  Optional<Offer> offer(Incident incident);

  /**
   * Checks the values and carries it out.
   *
   * @param texts collects what is wrong with the values; verified before anything is done
   * @throws org.itsmsuite.refusal.Refusal for values that are wrong and states that do not allow it
   */
  void act(String number, Texts texts, Map<String, String> values);

  /**
   * An action on the page.
   *
   * @param needsReason whether a field {@code reason} is asked for
   */
  record Offer(String name, String label, boolean needsReason, List<Field> fields) {}

  /**
   * A field of an action.
   *
   * @param type {@code select}, {@code textarea}, {@code checkbox}, {@code datetime} or {@code
   *     text}
   */
  record Field(String name, String label, String type, boolean required, List<Option> options) {}

  /** A choice of a field. */
  record Option(String value, String label) {}
}
