/** Where the engine tells of changed memberships. */
package org.itsmsuite.role.process;
