/** The work on the page of a change. */
package org.itsmsuite.change.work.web;
