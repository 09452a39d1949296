package org.itsmsuite.identity;

/** One of a permission's names with the records it is granted on, as one value. */
final class ScopedName {

  private static final String BETWEEN = ":";

  private ScopedName() {}

  static String of(Scope scope, String name) {
    return scope.written() + BETWEEN + name;
  }

  static String nameOf(String value) {
    return value.substring(value.indexOf(BETWEEN) + 1);
  }

  static Scope scopeOf(String value) {
    return Scope.of(value.substring(0, value.indexOf(BETWEEN)));
  }
}
