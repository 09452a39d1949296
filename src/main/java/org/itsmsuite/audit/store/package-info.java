/** Engagements as rows, and what they let through of every query. */
package org.itsmsuite.audit.store;
