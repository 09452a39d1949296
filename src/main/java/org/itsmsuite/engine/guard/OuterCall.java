package org.itsmsuite.engine.guard;

import org.camunda.bpm.engine.impl.context.Context;

/** Tells a call from outside from one that delegates and listeners make while a step runs. */
public final class OuterCall extends Context {

  private OuterCall() {}

  public static boolean isRunning() {
    return getStack(commandInvocationContextThreadLocal).size() == 1;
  }
}
