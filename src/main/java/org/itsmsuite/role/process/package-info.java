/** Where the engine, and those who log in elsewhere, tell of changed memberships. */
package org.itsmsuite.role.process;
