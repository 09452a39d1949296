/** Major incidents on pages: actions, the part of an incident's page, how they all stand. */
package org.itsmsuite.incident.major.web;
