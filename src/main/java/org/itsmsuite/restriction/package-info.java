/**
 * Records that only those concerned may know of, such as security incidents (clause 8.7.3). One
 * rule for every list, count, search, message and address.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"identity", "refusal"})
package org.itsmsuite.restriction;
