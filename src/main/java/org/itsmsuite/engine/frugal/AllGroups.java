package org.itsmsuite.engine.frugal;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Takes a person's groups as they are. The engine first asks which groups occur in authorizations
 * at all, to shorten the list it then looks for; a person of ours has a handful.
 */
class AllGroups extends AuthorizationManager {

  @Override
  public List<String> filterAuthenticatedGroupIds(List<String> groups) {
    return groups == null ? List.of() : groups;
  }
}
