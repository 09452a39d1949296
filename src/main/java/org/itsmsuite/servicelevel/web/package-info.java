/** Agreements with their targets, for people and programs. */
package org.itsmsuite.servicelevel.web;
