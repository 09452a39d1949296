/** Who is asking, which groups they belong to, and which support group stands behind which. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"content", "database", "refusal"})
package org.itsmsuite.identity;
