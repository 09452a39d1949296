/** What deputies mean for the engine's user tasks: who gets one, and who has it meanwhile. */
package org.itsmsuite.deputy.process;
