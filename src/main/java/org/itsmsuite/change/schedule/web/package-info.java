/** The forward schedule and freezes on pages, as an API and as a calendar feed. */
package org.itsmsuite.change.schedule.web;
