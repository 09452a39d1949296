package org.itsmsuite.role;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Keeps holdings. Joins the caller's transaction. */
public interface RoleStore {

  /** What every account holds at present; those that hold nothing are left out. */
  Map<String, Set<String>> held();

  /** What an account holds at present. */
  Set<String> heldBy(String account);

  /** Accounts that hold a role at present. */
  Set<String> holdersOf(String role);

  void give(String account, String role, Instant at, String by);

  /** Ends what is held at present; does nothing if it is not. */
  void take(String account, String role, Instant at, String by);

  RolePage find(RoleQuery query);
}
