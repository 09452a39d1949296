/** Restrictions in the database. */
package org.itsmsuite.restriction.store;
