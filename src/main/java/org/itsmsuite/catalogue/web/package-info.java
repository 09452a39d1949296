/** The services a caller may name, over HTTP. */
package org.itsmsuite.catalogue.web;
