/** Monitoring events in the API and on an incident's page. */
package org.itsmsuite.monitoring.web;
