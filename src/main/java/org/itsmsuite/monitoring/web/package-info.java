/** Monitoring events in the API. */
package org.itsmsuite.monitoring.web;
