/** What identity keeps in the suite's own tables. */
package org.itsmsuite.identity.store;
