/**
 * Monitoring events in: what tools outside report becomes incidents, is counted on them, or
 * proposes their resolution (clause 8.6.1; S-71). A released table of the process owner says which.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "catalogue",
      "database",
      "engine",
      "engine :: release",
      "identity",
      "incident",
      "ledger",
      "notification",
      "record",
      "refusal",
      "restriction",
      "web"
    })
package org.itsmsuite.monitoring;
