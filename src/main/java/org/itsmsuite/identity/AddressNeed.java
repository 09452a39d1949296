package org.itsmsuite.identity;

/**
 * What it takes to use an address.
 *
 * @param permission of the access table, for {@link Kind#PERMISSION}; else null
 * @param name one of the permission's names; null: in any scope, with any name
 */
public record AddressNeed(Kind kind, String permission, String name) {

  /** From everybody to nobody. */
  public enum Kind {
    /** No log-in. */
    OPEN,
    /** Any account. */
    LOGIN,
    /** Accounts with a permission. */
    PERMISSION,
    /** Nobody. */
    CLOSED
  }

  static AddressNeed of(Kind kind) {
    return new AddressNeed(kind, null, null);
  }

  /** Whether somebody who logged in gets in. */
  public boolean letsIn(Access access, Actor actor) {
    return switch (kind) {
      case OPEN, LOGIN -> true;
      case CLOSED -> false;
      case PERMISSION ->
          name == null ? access.may(actor, permission) : access.may(actor, permission, name);
    };
  }
}
