/** Security incidents on pages and in the API. */
package org.itsmsuite.security.web;
