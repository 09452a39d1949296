/** Where auditors' accounts come in: what is refused, what is recorded, and who may read it. */
package org.itsmsuite.audit.web;
