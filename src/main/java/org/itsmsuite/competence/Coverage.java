package org.itsmsuite.competence;

import java.util.List;

/**
 * A need, and who meets it.
 *
 * @param proven who has the skill: of the group, or anybody where the need names none
 * @param lacking members of the group who have it not; empty where the need names no group
 * @param more whether there are more people than were looked at
 */
public record Coverage(Need need, List<String> proven, List<String> lacking, boolean more) {

  public Coverage {
    proven = List.copyOf(proven);
    lacking = List.copyOf(lacking);
  }
}
