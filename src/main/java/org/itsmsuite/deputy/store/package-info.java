/** Absences in the database. */
package org.itsmsuite.deputy.store;
