/** Votes on the page of a change, and what people do with them at any time. */
package org.itsmsuite.change.vote.web;
