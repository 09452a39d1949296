package org.itsmsuite.engine.frugal;

import java.util.Map;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;

/**
 * Remembers which table of a deployment has a key: what a deployment holds never changes, and its
 * id is never given again, so this cannot become wrong. The engine looks it up with each decision;
 * what it does with the answer, it takes from its own cache of definitions, as ever. One entry for
 * each table of each release.
 */
class ReleasedDecisions extends DecisionDefinitionManager {

  record Key(String deployment, String decision) {}

  private final Map<Key, DecisionDefinitionEntity> known;

  ReleasedDecisions(Map<Key, DecisionDefinitionEntity> known) {
    this.known = known;
  }

  @Override
  public DecisionDefinitionEntity findDecisionDefinitionByDeploymentAndKey(
      String deployment, String decision) {
    Key key = new Key(deployment, decision);
    DecisionDefinitionEntity found = known.get(key);
    if (found == null) {
      found = super.findDecisionDefinitionByDeploymentAndKey(deployment, decision);
      if (found != null) {
        known.put(key, found);
      }
    }
    return found;
  }
}
