/** Keeps restricted records from those who use the engine and whom they do not concern. */
package org.itsmsuite.engine.restriction;
