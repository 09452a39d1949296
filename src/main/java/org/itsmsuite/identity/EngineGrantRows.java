package org.itsmsuite.identity;

import java.util.List;

/** Remembers which of the engine's authorizations the suite has written. */
public interface EngineGrantRows {

  /** One authorization of ours. */
  record Row(String group, String resource, String id, String authorizationId) {}

  List<Row> all();

  void add(Row row);

  void remove(Row row);
}
