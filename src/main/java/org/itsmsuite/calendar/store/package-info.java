/** Calendar versions in the database. */
package org.itsmsuite.calendar.store;
