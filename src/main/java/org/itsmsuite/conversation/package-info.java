/**
 * What people say to each other on a record, whatever practice keeps it: messages to and from the
 * requester, internal notes, files.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "deputy",
      "identity",
      "ledger",
      "notification",
      "record",
      "refusal",
      "restriction",
      "web"
    })
package org.itsmsuite.conversation;
