package org.itsmsuite.incident.major;

import java.time.LocalDate;
import java.util.Set;

/**
 * What the criteria table says about an incident as it is now.
 *
 * @param major whether the criteria are met
 * @param terms what holds once it is declared, by the criteria or by a person
 * @param inform who is told besides top management: a group, or {@code customer}
 * @param agreedWith customer the criteria are agreed with, or null
 */
public record Criteria(
    boolean major,
    String reason,
    MajorTerms terms,
    Set<String> inform,
    String agreedWith,
    LocalDate agreedOn) {

  public Criteria {
    inform = Set.copyOf(inform);
  }
}
