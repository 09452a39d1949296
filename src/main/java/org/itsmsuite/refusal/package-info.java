/** How the suite says no: with a stable key, the place and the way out. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.itsmsuite.refusal;
