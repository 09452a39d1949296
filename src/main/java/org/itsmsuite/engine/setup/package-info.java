/** Puts the engine together, with Spring and without. */
package org.itsmsuite.engine.setup;
