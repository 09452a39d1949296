/** The clocks' hold on the engine: what models may call, and which timers and due dates move. */
@org.springframework.modulith.NamedInterface("process")
package org.itsmsuite.sla.process;
