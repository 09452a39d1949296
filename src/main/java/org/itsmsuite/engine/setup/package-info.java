/** Puts the engine together, with Spring and without. */
@org.springframework.modulith.NamedInterface("setup")
package org.itsmsuite.engine.setup;
