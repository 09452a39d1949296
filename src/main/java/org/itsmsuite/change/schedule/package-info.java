/**
 * When changes are carried out: windows that collide, freezes, maintenance windows, and the forward
 * schedule that shows them (clause 9.2 of the 2011 edition, 8.5.1.3 of the 2018 edition; S-78).
 */
package org.itsmsuite.change.schedule;
