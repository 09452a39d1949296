/** The separation of duties on pages and in the API, and beside every report. */
package org.itsmsuite.duty.web;
