/**
 * The clocks behind every promise of time: what was promised, when it is due and why, met or
 * breached. Everything about a clock is computed from its facts (start, allowed working time,
 * pauses, calendar version); nothing counts down.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "calendar",
      "content",
      "database",
      "engine",
      "identity",
      "ledger",
      "refusal"
    })
package org.itsmsuite.sla;
