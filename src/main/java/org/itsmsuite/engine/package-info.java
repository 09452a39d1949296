/**
 * Camunda's set-up: what models may call, how they are released, how decisions are asked. Knows no
 * practice.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"content", "identity", "ledger", "refusal"})
package org.itsmsuite.engine;
