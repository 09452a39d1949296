package org.itsmsuite.identity.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.EngineSession;
import org.itsmsuite.web.DemoSuite;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DemoSuite
class BuiltInAccountsTest {

  @Autowired Accounts accounts;
  @Autowired EngineSession engine;
  @Autowired CurrentUser currentUser;

  private final Actor requester = new Actor("requester", Set.of("customers"));

  @Test
  void tellTheGroupsOfAnyAccountWhoeverAsks() {
    try (var session = engine.as(requester)) {
      assertThat(accounts.groupsOf("cab-chair")).containsExactlyInAnyOrder("cab", "cab-chairs");
    }
    assertThat(accounts.groupsOf("nobody-here")).isEmpty();
  }

  @Test
  void refuseEmptyAndEndlessPasswords() {
    assertThat(accounts.logIn("agent", "")).isEqualTo(Accounts.Login.REFUSED);
    assertThat(accounts.logIn("agent", "x".repeat(201))).isEqualTo(Accounts.Login.REFUSED);
    assertThat(accounts.logIn("agent", "agent")).isEqualTo(Accounts.Login.ACCEPTED);
  }

  @Test
  void theSuiteActsWhereNobodyIsLoggedIn() {
    assertThat(currentUser.actor()).isEqualTo(Actor.SYSTEM);
    try (var session = engine.as(requester)) {
      assertThat(currentUser.actor()).isEqualTo(requester);
    }
    assertThat(currentUser.actor()).isEqualTo(Actor.SYSTEM);
  }
}
