/** The replay's desk: the suite's engine and services in memory, without Spring. */
@org.springframework.modulith.NamedInterface("process")
package org.itsmsuite.replay.process;
