/** FEEL as the suite evaluates it: the usual cells of a decision table answered at once. */
package org.itsmsuite.engine.feel;
