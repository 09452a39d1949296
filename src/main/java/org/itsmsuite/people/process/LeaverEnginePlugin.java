package org.itsmsuite.people.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.itsmsuite.people.Leavers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has each change of accounts and groups noticed, in its own transaction. */
@Component
class LeaverEnginePlugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<Leavers> leavers;

  LeaverEnginePlugin(ObjectProvider<Leavers> leavers) {
    this.leavers = leavers;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomPostCommandInterceptorsTxRequired(
        extended(engine.getCustomPostCommandInterceptorsTxRequired()));
    engine.setCustomPostCommandInterceptorsTxRequiresNew(
        extended(engine.getCustomPostCommandInterceptorsTxRequiresNew()));
  }

  /** Each chain needs one of its own: an interceptor knows only one successor. */
  private List<CommandInterceptor> extended(List<CommandInterceptor> others) {
    List<CommandInterceptor> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
    all.add(new LeaverInterceptor(leavers::getObject));
    return all;
  }
}
