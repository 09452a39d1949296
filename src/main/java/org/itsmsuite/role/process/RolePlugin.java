package org.itsmsuite.role.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.itsmsuite.role.RoleHistory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets the engine tell of every changed membership. */
@Component
class RolePlugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<RoleHistory> history;

  // Looked up when needed: it may need what the engine sets up.
  RolePlugin(ObjectProvider<RoleHistory> history) {
    this.history = history;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomPostCommandInterceptorsTxRequired(
        extended(engine.getCustomPostCommandInterceptorsTxRequired()));
    engine.setCustomPostCommandInterceptorsTxRequiresNew(
        extended(engine.getCustomPostCommandInterceptorsTxRequiresNew()));
  }

  private List<CommandInterceptor> extended(List<CommandInterceptor> others) {
    var all = new ArrayList<CommandInterceptor>(others == null ? List.of() : others);
    all.add(new RoleChanges(history::getObject));
    return all;
  }
}
