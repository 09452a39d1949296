/** How often somebody may try to log in, or send what changes something. */
package org.itsmsuite.web.limit;
