/** Erasing people, on a page and for programs. */
package org.itsmsuite.people.web;
