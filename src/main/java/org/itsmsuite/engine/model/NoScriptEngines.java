package org.itsmsuite.engine.model;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Finds no script engine for any language, so that no decision table runs one either. */
public class NoScriptEngines implements ScriptEngineResolver {

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    throw NoScripts.refusal(factory.getLanguageName());
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    throw NoScripts.refusal("any");
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean cached) {
    throw NoScripts.refusal(language);
  }
}
