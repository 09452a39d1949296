/** Working time: calendars in versions, and the one calculator that knows when a promise is due. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"content", "refusal"})
package org.itsmsuite.calendar;
