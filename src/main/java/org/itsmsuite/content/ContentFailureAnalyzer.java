package org.itsmsuite.content;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A faulty file stops the start with one clear sentence instead of a stack trace. */
class ContentFailureAnalyzer extends AbstractFailureAnalyzer<ContentException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ContentException cause) {
    return new FailureAnalysis(
        "The content cannot be used. "
            + cause.file()
            + ", at "
            + cause.place()
            + ": "
            + cause.reason()
            + " ["
            + cause.key()
            + "]",
        "Correct " + cause.file() + " and start again.",
        cause);
  }
}
