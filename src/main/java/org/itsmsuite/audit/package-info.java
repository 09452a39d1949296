/**
 * Auditors' accounts (clauses 9.2; 4.5.4.2 in the 2011 edition): engagements that say who may read
 * what and how long, that such an account writes nothing, and what it has looked at.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "catalogue",
      "content",
      "database",
      "duty",
      "identity",
      "ledger",
      "record",
      "refusal",
      "restriction",
      "web"
    })
package org.itsmsuite.audit;
