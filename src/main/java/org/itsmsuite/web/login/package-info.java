/** Who gets in where: filter chains, log-in, log-out, set-up of the first administrator. */
package org.itsmsuite.web.login;
