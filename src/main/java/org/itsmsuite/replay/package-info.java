/**
 * Plays a recorded incident log through the models on virtual time: what would our process have
 * made of it? Recorded facts win over whatever the process would have done by itself.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "calendar",
      "catalogue",
      "content",
      "deputy",
      "duty",
      "engine",
      "engine :: decision",
      "engine :: release",
      "engine :: setup",
      "escalation",
      "escalation :: process",
      "identity",
      "incident",
      "incident :: major",
      "incident :: major-process",
      "incident :: major-store",
      "incident :: process",
      "incident :: store",
      "ledger",
      "notification",
      "record",
      "refusal",
      "restriction",
      "servicelevel",
      "servicelevel :: process",
      "sla",
      "sla :: process",
      "sla :: store"
    })
package org.itsmsuite.replay;
