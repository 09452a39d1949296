/** Where people are named in the database. */
package org.itsmsuite.people.store;
