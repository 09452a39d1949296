/**
 * What the engine knows of people: accounts, rights, filters, and who acts in the current thread.
 */
package org.itsmsuite.identity.process;
