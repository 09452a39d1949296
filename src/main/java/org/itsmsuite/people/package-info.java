/**
 * Joiners and leavers: what becomes of the work of somebody whose account or group is gone, and how
 * a person is erased from what is kept without taking the evidence apart.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "database",
      "deputy",
      "duty",
      "engine",
      "identity",
      "ledger",
      "notification",
      "refusal",
      "restriction",
      "web"
    })
package org.itsmsuite.people;
