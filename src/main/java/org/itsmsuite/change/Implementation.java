package org.itsmsuite.change;

/** What came of the work on a change. */
public enum Implementation {
  IMPLEMENTED,
  /** It failed, and everything is as it was. */
  BACKED_OUT,
  /** It failed, and could not be backed out, or only in part. */
  FAILED,
  /** It was not begun, because it could not be at its time. It is planned again. */
  NOT_STARTED
}
