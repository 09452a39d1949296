package org.itsmsuite.audit;

import java.util.List;

/** Practices whose records an engagement can name. */
public interface AuditedPractices {

  List<String> names();
}
