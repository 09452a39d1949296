package org.itsmsuite.change;

/** Hears that a change has its place in the schedule. */
@FunctionalInterface
public interface ScheduleTaker {

  void scheduled(Change change);
}
