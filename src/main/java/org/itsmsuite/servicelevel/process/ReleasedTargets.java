package org.itsmsuite.servicelevel.process;

import java.util.List;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.engine.DecisionTables;
import org.itsmsuite.engine.release.ModelRelease;
import org.itsmsuite.servicelevel.AgreedTarget;
import org.itsmsuite.servicelevel.AgreedTargets;
import org.springframework.stereotype.Component;

/** Targets of the newest release. */
@Component
class ReleasedTargets implements AgreedTargets {

  /** The practices whose records have clocks. */
  private static final List<String> PRACTICES = List.of("incident");

  private final DecisionTables tables;
  private final ModelRelease release;
  private final Catalogue catalogue;

  ReleasedTargets(DecisionTables tables, ModelRelease release, Catalogue catalogue) {
    this.tables = tables;
    this.release = release;
    this.catalogue = catalogue;
  }

  @Override
  public List<AgreedTarget> all() {
    return PRACTICES.stream()
        .map(release::currentDeployment)
        .flatMap(bundle -> new TargetGrid(tables, bundle, catalogue).targets().stream())
        .toList();
  }
}
