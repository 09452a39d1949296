package org.itsmsuite.identity.process;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.EngineSession;
import org.springframework.stereotype.Component;

@Component
class CamundaSession implements EngineSession {

  private final IdentityService identity;
  private final ProcessEngineConfigurationImpl engine;

  CamundaSession(IdentityService identity, ProcessEngineConfigurationImpl engine) {
    this.identity = identity;
    this.engine = engine;
  }

  @Override
  public Open as(Actor actor) {
    if (actor.isPerson()) {
      identity.setAuthentication(actor.id(), List.copyOf(actor.groups()));
    } else {
      identity.clearAuthentication();
    }
    return identity::clearAuthentication;
  }

  @Override
  public <T> T trusted(Supplier<T> calls) {
    Callable<T> unchecked = calls::get;
    return engine
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(unchecked));
  }
}
