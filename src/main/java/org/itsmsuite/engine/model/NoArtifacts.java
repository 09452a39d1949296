package org.itsmsuite.engine.model;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** Makes no object of a class that a model names. */
public class NoArtifacts implements ArtifactFactory {

  @Override
  public <T> T getArtifact(Class<T> type) {
    throw new ProcessEngineException(
        "model.code: a model cannot name the class "
            + type.getName()
            + "; it calls published beans by ${name}.");
  }
}
