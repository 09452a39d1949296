/** The work on a change as the models see it. */
package org.itsmsuite.change.work.process;
