package org.itsmsuite.deputy;

/** Knows who must not do a piece of work because of what they have to do with it otherwise. */
@FunctionalInterface
public interface Conflicts {

  boolean bars(String account, Work work);
}
