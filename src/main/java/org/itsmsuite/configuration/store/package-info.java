/** Items as rows. */
package org.itsmsuite.configuration.store;
