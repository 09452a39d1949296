package org.itsmsuite.change.schedule;

import java.util.List;

/** Keeps agreements; they are added only. */
public interface AgreementStore {

  void add(Agreement agreement);

  /** Those of the change, and those of others that are about it, the oldest first. */
  List<Agreement> concerning(String change);

  /** Those about the freeze, the oldest first. */
  List<Agreement> about(Freeze freeze);
}
