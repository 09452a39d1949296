/** Incidents on pages and in the API. */
package org.itsmsuite.incident.web;
