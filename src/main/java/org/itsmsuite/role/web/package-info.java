/** Who held which role when, for auditors and administrators. */
package org.itsmsuite.role.web;
