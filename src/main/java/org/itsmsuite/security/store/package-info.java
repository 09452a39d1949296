/** Security incidents in the database. */
package org.itsmsuite.security.store;
