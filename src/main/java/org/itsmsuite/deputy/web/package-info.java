/** Absences on a page and for programs. */
package org.itsmsuite.deputy.web;
