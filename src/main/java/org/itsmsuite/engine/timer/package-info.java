/** Repeating timers whose next date is computed from facts. */
package org.itsmsuite.engine.timer;
