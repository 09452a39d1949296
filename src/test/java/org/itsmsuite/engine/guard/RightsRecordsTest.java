package org.itsmsuite.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.itsmsuite.HandSetClock;
import org.itsmsuite.engine.setup.EngineCollaborators;
import org.itsmsuite.engine.setup.EngineSettings;
import org.itsmsuite.engine.setup.InMemoryEngine;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.InMemoryLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RightsRecordsTest {

  private final InMemoryLedger ledger =
      new InMemoryLedger(
          () -> Actor.SYSTEM, new HandSetClock(Instant.parse("2026-03-02T08:00:00Z")));
  private ProcessEngine engine;

  @BeforeEach
  void start() {
    engine =
        InMemoryEngine.start(
            EngineCollaborators.of(name -> null, ledger), EngineSettings.forTests());
    var identity = engine.getIdentityService();
    identity.saveUser(identity.newUser("agent"));
    identity.saveGroup(identity.newGroup("service-desk"));
  }

  @AfterEach
  void stop() {
    InMemoryEngine.stop(engine);
  }

  @Test
  void joiningAndLeavingAGroupStandInTheLedger() {
    engine.getIdentityService().createMembership("agent", "service-desk");
    engine.getIdentityService().deleteMembership("agent", "service-desk");

    assertThat(ledger.of(RightsRecords.CHAIN))
        .extracting(entry -> entry.what() + " " + entry.before() + " " + entry.after())
        .containsExactly(
            "identity.memberAdded {groups=[]} {account=agent, group=service-desk, groups=[service-desk]}",
            "identity.memberRemoved {groups=[service-desk]} {account=agent, group=service-desk, groups=[]}");
  }

  @Test
  void aChangedRightStandsThereWithWhatItWasBefore() {
    var rights = engine.getAuthorizationService();
    var right = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setGroupId("service-desk");
    right.setResource(Resources.DEPLOYMENT);
    right.setResourceId("*");
    right.addPermission(Permissions.READ);
    var id = rights.saveAuthorization(right).getId();
    var changed = rights.createAuthorizationQuery().authorizationId(id).singleResult();
    changed.addPermission(Permissions.DELETE);
    rights.saveAuthorization(changed);

    assertThat(ledger.of(RightsRecords.CHAIN))
        .extracting(entry -> entry.before() + " " + entry.after().get("rights"))
        .containsExactly("{rights=[]} [READ]", "{rights=[READ]} [DELETE, READ]");
  }

  @Test
  void aRightThatIsSavedAsItWasIsNoNews() {
    var rights = engine.getAuthorizationService();
    var right = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setGroupId("service-desk");
    right.setResource(Resources.DEPLOYMENT);
    right.setResourceId("*");
    right.addPermission(Permissions.READ);
    var id = rights.saveAuthorization(right).getId();
    rights.saveAuthorization(rights.createAuthorizationQuery().authorizationId(id).singleResult());
    var moved = rights.createAuthorizationQuery().authorizationId(id).singleResult();
    moved.setResourceId("one-of-them");
    rights.saveAuthorization(moved);

    assertThat(ledger.of(RightsRecords.CHAIN))
        .extracting(entry -> entry.what() + " " + entry.after().get("id"))
        .containsExactly("identity.rightGiven *", "identity.rightGiven one-of-them");
  }

  @Test
  void leavingForGoodStandsThereToo() {
    engine.getIdentityService().deleteUser("agent");

    assertThat(ledger.of(RightsRecords.CHAIN))
        .extracting(entry -> entry.what())
        .containsExactly("identity.accountRemoved");
  }
}
