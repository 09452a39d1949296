/**
 * Change management (clause 8.5.1; 9.2 in the 2011 edition): the record of a change from the
 * request to the reviewed result, and its way through assessment, decision, schedule,
 * implementation and review. Votes, windows and work stand in packages of their own below; they
 * meet the record through {@link org.itsmsuite.change.Changes} and {@link
 * org.itsmsuite.change.ChangeSteps} only.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "deputy",
      "calendar",
      "catalogue",
      "configuration",
      "content",
      "conversation",
      "database",
      "duty",
      "engine",
      "engine :: release",
      "identity",
      "incident",
      "incident :: actions",
      "ledger",
      "notification",
      "record",
      "refusal",
      "restriction",
      "sla",
      "web"
    })
package org.itsmsuite.change;
