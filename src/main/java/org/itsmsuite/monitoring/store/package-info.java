/** Events and alarms as rows. */
package org.itsmsuite.monitoring.store;
