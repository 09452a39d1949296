package org.itsmsuite.engine.model;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;

/**
 * Makes no script at all. Scripts in the expression language must be stopped here too: they run
 * with a resolver of their own that reaches all of Java.
 */
public class NoScripts extends ScriptFactory {

  @Override
  public ExecutableScript createScriptFromResource(String language, String resource) {
    throw refusal(language);
  }

  @Override
  public ExecutableScript createScriptFromResource(String language, Expression resource) {
    throw refusal(language);
  }

  @Override
  public ExecutableScript createScriptFromSource(String language, String source) {
    throw refusal(language);
  }

  @Override
  public ExecutableScript createScriptFromSource(String language, Expression source) {
    throw refusal(language);
  }

  static ProcessEngineException refusal(String language) {
    return new ProcessEngineException(
        "model.code: scripts are not possible here (language '"
            + language
            + "'); put the rule into a decision table or call a published bean.");
  }
}
