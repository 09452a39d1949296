/**
 * What an expression in a model, a table or a stored filter can reach: variables, published beans,
 * a few properties, the date and user functions. Nothing else of Java.
 */
package org.itsmsuite.engine.el;
