/**
 * Information security incidents (clause 8.7.3; 6.6 in the 2011 edition): a record of its own
 * beside the incident, known only to those it concerns. The incident restores the service; this
 * looks after what became of the information.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "deputy",
      "calendar",
      "catalogue",
      "database",
      "duty",
      "engine",
      "identity",
      "incident",
      "ledger",
      "notification",
      "record",
      "refusal",
      "restriction",
      "sla",
      "web"
    })
package org.itsmsuite.security;
