/**
 * Camunda's set-up: what models may call, how they are released, how forms are checked, how
 * decisions are asked. Knows no practice. Open, because the replay and process tests put an engine
 * together from its parts.
 */
@org.springframework.modulith.ApplicationModule(
    type = org.springframework.modulith.ApplicationModule.Type.OPEN,
    allowedDependencies = {
      "competence",
      "content",
      "duty",
      "identity",
      "ledger",
      "refusal",
      "restriction"
    })
package org.itsmsuite.engine;
