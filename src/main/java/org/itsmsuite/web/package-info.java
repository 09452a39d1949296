/** What all pages and the API share: layout, log-in, problem documents with stable keys. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"content", "identity", "refusal"})
package org.itsmsuite.web;
