package org.itsmsuite;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

  /** Each package knows only those it says it knows, and there are no circles. */
  @Test
  void modulesKeepToTheirDirections() {
    ApplicationModules.of(ItsmSuite.class).verify();
  }
}
