package org.itsmsuite.identity.process;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.itsmsuite.identity.Demo;
import org.springframework.stereotype.Component;

/** Short passwords are for demonstrations only; nobody deletes their own account. */
@Component
class IdentityEnginePlugin extends AbstractProcessEnginePlugin {

  private final Demo demo;

  IdentityEnginePlugin(Demo demo) {
    this.demo = demo;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setResourceAuthorizationProvider(new OwnAccountRights());
    engine.setEnablePasswordPolicy(!demo.on());
    if (!demo.on()) {
      engine.setPasswordPolicy(new PasswordRule());
    }
  }
}
