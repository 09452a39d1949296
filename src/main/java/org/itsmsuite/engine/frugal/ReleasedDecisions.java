package org.itsmsuite.engine.frugal;

import java.util.Map;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;

/** Which table of a release has a key: a release never changes. */
class ReleasedDecisions extends DecisionDefinitionManager {

  record Key(String deployment, String decision) {}

  private final Map<Key, DecisionDefinitionEntity> known;

  ReleasedDecisions(Map<Key, DecisionDefinitionEntity> known) {
    this.known = known;
  }

  @Override
  public DecisionDefinitionEntity findDecisionDefinitionByDeploymentAndKey(
      String deployment, String decision) {
    return known.computeIfAbsent(
        new Key(deployment, decision),
        unknown -> super.findDecisionDefinitionByDeploymentAndKey(deployment, decision));
  }
}
