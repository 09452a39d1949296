/** Escalation's hold on the engine: the step that models name, and the released table. */
@org.springframework.modulith.NamedInterface("process")
package org.itsmsuite.escalation.process;
