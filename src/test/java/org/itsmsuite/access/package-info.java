/** The access table as the tests read it, and every call it allows or denies. */
package org.itsmsuite.access;
