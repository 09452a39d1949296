/**
 * Messages to people: written with the step that causes them, sent after it is committed, each
 * once.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "content",
      "database",
      "identity",
      "ledger",
      "refusal",
      "restriction",
      "web"
    })
package org.itsmsuite.notification;
