package org.itsmsuite.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.itsmsuite.engine.TestEngine;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Personal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator does with accounts and groups that are not what they think they are. */
class AccountGuardTest {

  private static TestEngine test;
  private static IdentityService identity;

  @BeforeAll
  static void start() {
    test = new TestEngine();
    identity = test.engine.getIdentityService();
    identity.saveUser(identity.newUser("agent"));
    identity.saveUser(identity.newUser("specialist"));
    identity.saveGroup(identity.newGroup("service-desk"));
    identity.createMembership("agent", "service-desk");
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @BeforeEach
  void forget() {
    test.ledger.clear();
  }

  private static void act(String step, String account, String group) {
    test.as(
        "admin",
        List.of("camunda-admin"),
        () -> {
          switch (step) {
            case "join" -> identity.createMembership(account, group);
            case "leave" -> identity.deleteMembership(account, group);
            case "remove" -> identity.deleteUser(account);
            case "create" -> identity.saveUser(identity.newUser(account));
            default -> identity.deleteGroup(group);
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "join, nobody, service-desk, identity.unknown-account",
    "join, agent, nothing, identity.unknown-group",
    "join, agent, service-desk, identity.member-already",
    "leave, specialist, service-desk, identity.no-member",
    "leave, nobody, service-desk, identity.unknown-account",
    "remove, nobody, service-desk, identity.unknown-account",
    "dissolve, agent, nothing, identity.unknown-group",
    "dissolve, agent, service-desk, identity.group-needed",
    "create, system, , identity.reserved-name",
    "create, SYSTEM, , identity.reserved-name",
    "create, sys-tem., , identity.reserved-name",
    "create, anonymous, , identity.reserved-name",
    "create, camunda-admin, , identity.reserved-name",
    "create, .., , identity.reserved-name",
    "create, ., , identity.reserved-name",
    "create, agent, , identity.name-taken",
    "create, AGENT, , identity.name-taken",
    "create, Agent, , identity.name-taken"
  })
  void isRefusedAndLeavesNoHistory(String step, String account, String group, String key) {
    assertThatThrownBy(() -> act(step, account, group)).hasMessageStartingWith(key + ": ");
    assertThat(test.ledger).isEmpty();
  }

  @Test
  void goesThroughWhereItIsRight() {
    act("join", "specialist", "service-desk");
    act("leave", "specialist", "service-desk");
    assertThat(test.ledger)
        .extracting(fact -> fact.what())
        .containsExactly("identity.memberAdded", "identity.memberRemoved");
  }

  @Test
  void mayMakeAnAccountThatIsNotThereYet() {
    act("create", "agent-2", null);
    act("remove", "agent-2", null);
  }

  @Test
  void dissolvesAGroupOfTheirOwnAndTellsWhoWasInIt() {
    identity.saveGroup(identity.newGroup("choir"));
    identity.createMembership("agent", "choir");
    identity.createMembership("specialist", "choir");
    test.ledger.clear();

    act("dissolve", null, "choir");

    assertThat(test.ledger)
        .extracting(Fact::what)
        .containsExactly(
            "identity.memberRemoved", "identity.memberRemoved", "identity.groupRemoved");
    assertThat(test.ledger.get(0).after())
        .containsEntry("account", Personal.of("agent"))
        .containsEntry("group", "choir");
  }

  @Nested
  class OfTheLastAdministrator {

    @BeforeEach
    void thereIsOne() {
      identity.saveGroup(identity.newGroup("camunda-admin"));
      account("admin", "correct horse battery");
      identity.createMembership("admin", "camunda-admin");
      test.ledger.clear();
    }

    @AfterEach
    void thereIsNone() {
      List.of("admin", "second").forEach(identity::deleteUser);
      identity.deleteGroup("camunda-admin");
    }

    private void account(String name, String password) {
      var account = identity.newUser(name);
      account.setPassword(password);
      identity.saveUser(account);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leave", "remove"})
    void isRefused(String step) {
      assertThatThrownBy(() -> act(step, "admin", "camunda-admin"))
          .hasMessageStartingWith("identity.last-administrator: ");
      assertThat(test.ledger).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leave", "remove"})
    void isRefusedWhereTheOtherOneCannotLogIn(String step) {
      account("second", null);
      identity.createMembership("second", "camunda-admin");

      assertThatThrownBy(() -> act(step, "admin", "camunda-admin"))
          .hasMessageStartingWith("identity.last-administrator: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leave", "remove"})
    void goesThroughOnceThereIsAnother(String step) {
      account("second", "correct horse battery");
      identity.createMembership("second", "camunda-admin");

      act(step, "admin", "camunda-admin");

      assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
          .extracting(User::getId)
          .containsExactly("second");
    }
  }
}
