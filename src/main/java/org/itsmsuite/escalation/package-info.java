/**
 * What happens when a promise of time runs out: who is told, who takes over, each once. Rules come
 * from a table.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "deputy",
      "calendar",
      "sla",
      "notification",
      "ledger",
      "identity",
      "engine",
      "refusal"
    })
package org.itsmsuite.escalation;
