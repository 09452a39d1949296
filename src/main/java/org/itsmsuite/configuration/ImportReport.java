package org.itsmsuite.configuration;

import java.util.List;

/**
 * What came, or would come, of a table that was taken in.
 *
 * @param table what its lines are
 * @param lines that were looked at, without the heading
 * @param created items or relations that begin
 * @param changed items that become different
 * @param unchanged lines that say what is recorded already
 * @param findings why it is refused; empty if it is not
 * @param moreFindings how many there are beside those listed
 */
public record ImportReport(
    Table table,
    long lines,
    long created,
    long changed,
    long unchanged,
    List<Finding> findings,
    long moreFindings) {

  /** What a table holds. */
  public enum Table {
    ITEMS,
    RELATIONS
  }

  /**
   * One reason.
   *
   * @param line from 1, the heading included
   * @param column its name, or null where the line as a whole is wrong
   */
  public record Finding(long line, String column, String key, String detail) {}

  public ImportReport {
    findings = List.copyOf(findings);
  }

  public boolean isFine() {
    return findings.isEmpty();
  }
}
