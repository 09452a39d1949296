/**
 * Camunda Forms on the server: what a form asks for is checked against the deployed form itself,
 * whichever way a task is completed, and what people typed never becomes a stored process variable.
 */
package org.itsmsuite.engine.form;
