package org.itsmsuite.deputy;

/** Knows who must not do a piece of work because of what they have to do with it otherwise. */
@FunctionalInterface
public interface Conflicts {

  boolean bars(String account, Work work);

  /**
   * Whether nobody may do it in this person's place. What they must not do themselves, nobody does
   * for them, unless only they are not fit for it.
   */
  default boolean barsDeputiesOf(String account, Work work) {
    return bars(account, work);
  }
}
