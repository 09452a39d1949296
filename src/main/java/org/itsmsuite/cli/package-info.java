/** The command line: what the jar does instead of starting the server. Needs no Spring context. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "content",
      "duty :: store",
      "ledger",
      "ledger :: store",
      "replay",
      "replay :: process"
    })
package org.itsmsuite.cli;
