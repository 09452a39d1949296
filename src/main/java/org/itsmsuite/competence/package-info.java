/**
 * Competence (clause 7.2; 4.4.2 in the 2011 edition): which skills are needed for which work, what
 * is proven of whom from when to when, and the one place that says whether somebody may take a
 * task.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"content", "database", "identity", "ledger", "refusal", "web"})
package org.itsmsuite.competence;
