package org.itsmsuite.engine.restriction;

import java.util.HashSet;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.itsmsuite.engine.RecordAudience;
import org.itsmsuite.identity.Actor;

/** Which accounts may know of a record. Inside of an engine command only. */
final class KnownPeople {

  private final RecordAudience audience;
  private final String record;

  KnownPeople(RecordAudience audience, String record) {
    this.audience = audience;
    this.record = record;
  }

  List<String> known(List<String> accounts) {
    return accounts.stream().filter(this::mayKnow).toList();
  }

  boolean mayKnow(String account) {
    var groups = new HashSet<String>();
    Context.getProcessEngineConfiguration()
        .getIdentityService()
        .createGroupQuery()
        .groupMember(account)
        .list()
        .forEach(group -> groups.add(group.getId()));
    return audience.mayKnow(new Actor(account, groups), record);
  }
}
