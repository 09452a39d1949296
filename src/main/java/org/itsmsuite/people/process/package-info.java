/** How the suite notices that people come and go: from the engine's identity, or by looking. */
package org.itsmsuite.people.process;
