/** The addresses all records share. */
package org.itsmsuite.record.web;
