/** Needed and proven skills on a page and in the API. */
package org.itsmsuite.competence.web;
