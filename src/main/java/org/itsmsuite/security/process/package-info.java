/** The process of security incidents: what its model may call, and how the practice moves it. */
package org.itsmsuite.security.process;
