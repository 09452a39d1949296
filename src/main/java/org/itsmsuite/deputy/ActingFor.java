package org.itsmsuite.deputy;

/**
 * That somebody acts in another's place: what is kept with a ballot, so that it is the other's and
 * says who cast it. The deputy's own ballot is another one.
 */
public record ActingFor(String deputy, String account) {

  /** Such as {@code cab-2 for cab-1}. */
  @Override
  public String toString() {
    return deputy + " for " + account;
  }
}
