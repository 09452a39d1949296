package org.itsmsuite.identity.process;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Passwords that people set are held against our rules; nobody deletes their own account. */
@Component
class IdentityEnginePlugin extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setResourceAuthorizationProvider(new OwnAccountRights());
    engine.setIdentityService(new IdentityWithReasons());
    engine.setEnablePasswordPolicy(true);
    engine.setPasswordPolicy(new PasswordRules());
  }
}
