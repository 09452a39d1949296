package org.itsmsuite;

import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcSQLNonTransientConnectionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when the database file cannot be opened, instead of a page of stack trace. */
class DatabaseFailureAnalyzer
    extends AbstractFailureAnalyzer<JdbcSQLNonTransientConnectionException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, JdbcSQLNonTransientConnectionException cause) {
    if (cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
      return new FailureAnalysis(
          "The database file is in use: the suite runs already on this data folder.",
          "Stop the other one, or name another folder with ITSM_DATA.",
          cause);
    }
    return new FailureAnalysis(
        "The database file cannot be opened: " + cause.getOriginalMessage(),
        "ITSM_DATA names the data folder: an absolute path, or one that starts with ./",
        cause);
  }
}
