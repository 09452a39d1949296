/** Monitoring's hold on the engine: the released table. */
package org.itsmsuite.monitoring.process;
