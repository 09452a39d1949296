/**
 * Incident management (clause 8.6.1; 8.1 in the 2011 edition): the record, its verbs, and the rules
 * asked of tables.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "calendar",
      "catalogue",
      "configuration",
      "content",
      "conversation",
      "database",
      "duty",
      "engine",
      "escalation",
      "identity",
      "ledger",
      "notification",
      "record",
      "refusal",
      "restriction",
      "servicelevel",
      "sla",
      "web"
    })
package org.itsmsuite.incident;
