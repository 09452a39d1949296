package org.itsmsuite.duty;

import java.util.Optional;

/** What exceptions are in force, and what came of them. */
public interface GrantedExceptions {

  /** Where nobody can approve any. */
  GrantedExceptions NONE =
      new GrantedExceptions() {
        @Override
        public Optional<DutyException> inForce(String duty) {
          return Optional.empty();
        }

        @Override
        public void used(DutyException exception, String subject, String account) {
          throw new IllegalStateException("There is no exception to use.");
        }
      };

  Optional<DutyException> inForce(String duty);

  /** Somebody took the second duty after the first. Joins the caller's transaction. */
  void used(DutyException exception, String subject, String account);
}
