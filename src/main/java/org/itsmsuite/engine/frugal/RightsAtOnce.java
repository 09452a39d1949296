package org.itsmsuite.engine.frugal;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Answers by one statement whether somebody has a right. The engine asks two questions before, both
 * of which only make that statement shorter: which groups occur in authorizations at all (a group
 * that does not is not found by the statement either, and a person has a handful), and whether any
 * right was ever revoked (a statement that looks for revoked rights finds none then).
 *
 * <p>Lists keep the second question: there the longer statement would be dearer than asking.
 */
class RightsAtOnce extends AuthorizationManager {

  private boolean ofOne;

  @Override
  public List<String> filterAuthenticatedGroupIds(List<String> groups) {
    return groups == null ? List.of() : groups;
  }

  @Override
  public boolean isAuthorized(String user, List<String> groups, PermissionCheck right) {
    return ofOne(() -> super.isAuthorized(user, groups, right));
  }

  @Override
  public boolean isAuthorized(String user, List<String> groups, CompositePermissionCheck rights) {
    return ofOne(() -> super.isAuthorized(user, groups, rights));
  }

  private boolean ofOne(BooleanSupplier question) {
    ofOne = true;
    try {
      return question.getAsBoolean();
    } finally {
      ofOne = false;
    }
  }

  @Override
  protected boolean isRevokeAuthCheckEnabled(String user, List<String> groups) {
    return ofOne || super.isRevokeAuthCheckEnabled(user, groups);
  }
}
