package org.itsmsuite.identity;

import java.util.Set;

/** Everything a permission reaches for one person: the union of what their groups are given. */
public record Scopes(Set<Scope> scopes) {

  public Scopes {
    scopes = Set.copyOf(scopes);
  }

  public boolean none() {
    return scopes.isEmpty();
  }

  public boolean own() {
    return has(Scope.OWN);
  }

  public boolean customer() {
    return has(Scope.CUSTOMER);
  }

  public boolean group() {
    return has(Scope.GROUP);
  }

  public boolean all() {
    return scopes.contains(Scope.ALL);
  }

  private boolean has(Scope scope) {
    return all() || scopes.contains(scope);
  }
}
