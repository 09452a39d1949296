/** Holdings as rows. */
package org.itsmsuite.role.store;
