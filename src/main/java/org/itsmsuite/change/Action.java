package org.itsmsuite.change;

/** What happens to the subject (term 2.24). */
public enum Action {
  ADD,
  MODIFY,
  REMOVE
}
