/**
 * Who is away from when to when, and who stands in for them: one answer for tasks, escalations,
 * messages to a person and votes. Also for those who are gone for good.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "calendar",
      "competence",
      "content",
      "database",
      "duty",
      "engine",
      "identity",
      "ledger",
      "notification",
      "record",
      "refusal",
      "restriction",
      "web"
    })
package org.itsmsuite.deputy;
