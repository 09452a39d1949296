/**
 * What the engine does not do for everybody, whichever way the call came: Java, its REST API or its
 * web applications.
 */
package org.itsmsuite.engine.guard;
