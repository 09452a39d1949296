package org.itsmsuite.identity.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.itsmsuite.identity.AccountPage;
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
  void knowWhoThereIs() {
    assertThat(accounts.exists("cab-chair")).isTrue();
    assertThat(accounts.exists("CAB-chair")).isFalse();
    assertThat(accounts.exists("nobody-here")).isFalse();
  }

  @Test
  void tellTheMembersOfAGroupPageByPage() {
    assertThat(accounts.membersOf("cab", 0, 3))
        .isEqualTo(new AccountPage(List.of("cab-1", "cab-2", "cab-3"), 0, 3, true));
    assertThat(accounts.membersOf("cab", 1, 3))
        .isEqualTo(new AccountPage(List.of("cab-chair"), 1, 3, false));
    assertThat(accounts.membersOf("cab", 0, 4).more()).isFalse();
    assertThat(accounts.membersOf("no-such-group", 0, 4).accounts()).isEmpty();
  }

  @Test
  void tellManyAddressesAtOnce() {
    assertThat(accounts.emailsOf(List.of("cab-1", "nobody-here", "agent")))
        .containsOnlyKeys("cab-1", "agent")
        .containsEntry("agent", accounts.emailOf("agent").orElseThrow());
    assertThat(accounts.emailsOf(List.of())).isEmpty();
  }

  @Test
  void refuseAPageThatCannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> accounts.membersOf("cab", -1, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> accounts.membersOf("cab", 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> accounts.membersOf("cab", 0, 501));
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
