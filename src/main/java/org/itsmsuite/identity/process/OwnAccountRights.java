package org.itsmsuite.identity.process;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

/**
 * A new account may read itself and change its password and name. The engine's default lets it also
 * delete itself, and with it the trace of who somebody was.
 */
class OwnAccountRights extends DefaultAuthorizationProvider {

  @Override
  public AuthorizationEntity[] newUser(User user) {
    var own =
        createAuthorization(
            user.getId(), null, Resources.USER, user.getId(), Permissions.READ, Permissions.UPDATE);
    return new AuthorizationEntity[] {own};
  }
}
