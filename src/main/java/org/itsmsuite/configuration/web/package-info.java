/** Items on pages and in the API. */
package org.itsmsuite.configuration.web;
