/**
 * What all records have in common, whatever practice they belong to: how they are found, who they
 * connect to, what people do with them.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"catalogue", "identity", "ledger", "refusal", "restriction", "web"})
package org.itsmsuite.record;
