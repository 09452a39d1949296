package org.itsmsuite.security;

import java.time.Instant;
import java.util.List;
import org.itsmsuite.restriction.KnownRecords;

/**
 * All records that ISO/IEC 27001 would call security incidents, whatever mechanism handles them.
 */
public interface SecurityView {

  /** A record of any practice. */
  record Row(String mechanism, String number, String title, String status, Instant openedAt) {}

  /** One page, newest first, and how many there are in all. */
  record Page(List<Row> rows, long total) {}

  /**
   * @param known which records the person may know of, by {@code v.number}
   * @param page from 0
   */
  Page page(KnownRecords known, int page, int size);
}
