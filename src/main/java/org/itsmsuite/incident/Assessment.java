package org.itsmsuite.incident;

/**
 * What triage and the tables made of it.
 *
 * @param priority as the released table gives it; null before the first decision
 * @param triaged whether a person has looked at it
 * @param duplicateOf number of the other incident, or null
 * @param security whether it is known to concern information security; then the record is
 *     restricted and a security incident runs beside it
 * @param major whether it is declared a major incident
 */
public record Assessment(
    Mechanism mechanism,
    String category,
    Impact impact,
    Urgency urgency,
    String priority,
    boolean triaged,
    String duplicateOf,
    boolean security,
    boolean major) {

  /** As a report comes in: nobody has judged it yet. */
  static Assessment reported(String category, Impact impact, Urgency urgency) {
    return new Assessment(null, category, impact, urgency, null, false, null, false, false);
  }

  Assessment as(Mechanism found, String newCategory, String otherNumber) {
    return new Assessment(
        found, newCategory, impact, urgency, priority, triaged, otherNumber, security, major);
  }

  Assessment judged(Impact newImpact, Urgency newUrgency) {
    return new Assessment(
        mechanism,
        category,
        newImpact,
        newUrgency,
        priority,
        triaged,
        duplicateOf,
        security,
        major);
  }

  Assessment at(String newPriority) {
    return new Assessment(
        mechanism, category, impact, urgency, newPriority, triaged, duplicateOf, security, major);
  }

  Assessment byPerson() {
    return new Assessment(
        mechanism, category, impact, urgency, priority, true, duplicateOf, security, major);
  }

  Assessment concerningSecurity() {
    return new Assessment(
        mechanism, category, impact, urgency, priority, triaged, duplicateOf, true, major);
  }

  Assessment major(boolean isMajor) {
    return new Assessment(
        mechanism, category, impact, urgency, priority, triaged, duplicateOf, security, isMajor);
  }
}
