package org.itsmsuite.security;

import java.util.Locale;

/** A part of the work that has a deadline. */
public enum Stage {
  ASSESS,
  CONTAIN,
  /** Telling an authority or those affected. */
  NOTIFY,
  REVIEW;

  /** As models write it: {@code assess}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Stage of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
