/**
 * The append-only, hash-chained record of everything that matters: who, when, on which record,
 * what, before, after.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"content", "database", "identity", "refusal", "restriction", "web"})
package org.itsmsuite.ledger;
