/** What the models of changes ask of the schedule, and the table that judges windows. */
package org.itsmsuite.change.schedule.process;
