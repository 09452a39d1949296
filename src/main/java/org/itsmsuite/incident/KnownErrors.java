package org.itsmsuite.incident;

import java.util.List;

/**
 * Problems whose cause or workaround is known and that fit an incident. Problem management
 * contributes one; as long as nobody does, none are recorded.
 */
@FunctionalInterface
public interface KnownErrors {

  KnownErrors NONE = incident -> List.of();

  /**
   * A known error (term 2.15).
   *
   * @param workaround how to live with it, or null
   * @param href of its page
   */
  record KnownError(String number, String title, String workaround, String href) {}

  /** Those that fit, the best first; only those the person who asks may know of. */
  List<KnownError> matching(Incident incident);
}
