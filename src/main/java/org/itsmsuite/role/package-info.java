/** Who held which role from when to when (clause 5.3): every change, whichever way it came. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"database", "engine", "identity", "ledger", "refusal", "web"})
package org.itsmsuite.role;
