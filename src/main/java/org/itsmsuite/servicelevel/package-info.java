/**
 * Service level management (clause 8.3.3; 6.1 in the 2011 edition): agreements with customers,
 * suppliers and internal groups, and the requirement behind each target. The clocks themselves are
 * the module {@code sla}, which only asks whether an agreement holds.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "catalogue",
      "content",
      "engine",
      "engine :: decision",
      "engine :: release",
      "identity",
      "refusal",
      "sla",
      "web"
    })
package org.itsmsuite.servicelevel;
