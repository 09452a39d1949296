/** Working time over HTTP: what would be due when, and how much time has passed. */
package org.itsmsuite.calendar.web;
