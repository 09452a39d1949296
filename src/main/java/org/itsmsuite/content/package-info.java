/**
 * Where models, forms and configuration are read from, and how a fault in them is told: file,
 * place, reason.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.itsmsuite.content;
