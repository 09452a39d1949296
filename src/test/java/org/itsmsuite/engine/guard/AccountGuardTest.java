package org.itsmsuite.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.itsmsuite.engine.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    "dissolve, agent, nothing, identity.unknown-group"
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
}
