/** Changes on pages and in the API. */
package org.itsmsuite.change.web;
