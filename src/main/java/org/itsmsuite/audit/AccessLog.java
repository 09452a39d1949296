package org.itsmsuite.audit;

import java.util.List;

/** Keeps what auditors' accounts look at. */
@FunctionalInterface
public interface AccessLog {

  /** The fact that an account asked for an address. */
  String ACCESSED = "audit.accessed";

  /**
   * In the name of the person who acts.
   *
   * @param address path and query, without secrets
   * @param status of the answer, as HTTP has it
   * @param engagements under which it was asked
   * @throws RuntimeException if it cannot be kept; then nothing is shown
   */
  void write(String account, String method, String address, int status, List<Long> engagements);
}
