/** Services and the customers who receive them (clause 8.2.4): seeded from {@code config/}. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"content", "identity", "refusal"})
package org.itsmsuite.catalogue;
