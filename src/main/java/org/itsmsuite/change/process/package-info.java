/** The processes of changes: what their models may call, and how the practice moves them. */
package org.itsmsuite.change.process;
