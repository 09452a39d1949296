/** Decision tables of released bundles, asked directly. */
@org.springframework.modulith.NamedInterface("decision")
package org.itsmsuite.engine.decision;
