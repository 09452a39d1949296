/**
 * Configuration management (clause 8.2.6; 9.1 in the 2011 edition): services, components and
 * configuration items as one hierarchy, how they hang together over time, and what is affected when
 * one of them fails or is changed.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "catalogue",
      "content",
      "database",
      "identity",
      "ledger",
      "refusal",
      "web"
    })
package org.itsmsuite.configuration;
