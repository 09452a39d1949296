/**
 * Separation of duties (clauses 8.1, 9.2; 4.2, 4.5.4 in the 2011 edition): which two duties nobody
 * may hold together, as data, and the one place that says no. Every practice goes through it.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "content",
      "database",
      "identity",
      "ledger",
      "record",
      "refusal",
      "restriction",
      "web"
    })
package org.itsmsuite.duty;
