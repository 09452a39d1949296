package org.itsmsuite.identity.process.keycloak;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.itsmsuite.identity.directory.Directory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Makes the engine ask our directory for people and groups. Nothing is asked while the engine is
 * built, so that it starts without Keycloak; who administers it is in the access table.
 */
@Component
@Profile("keycloak")
class KeycloakIdentityPlugin extends AbstractProcessEnginePlugin {

  private final Directory directory;

  KeycloakIdentityPlugin(Directory directory) {
    this.directory = directory;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setIdentityProviderSessionFactory(new DirectorySessionFactory(directory));
  }
}
