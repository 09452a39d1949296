package org.itsmsuite.identity.process.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.itsmsuite.engine.TestEngine;
import org.itsmsuite.identity.directory.KeycloakStub;
import org.itsmsuite.identity.directory.TestDirectories;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine, and with it Tasklist, Admin and the engine's REST API, sees of Keycloak. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakInTheEngineTest {

  private KeycloakStub keycloak;
  private Factory sessions;
  private TestEngine test;
  private IdentityService identity;

  /** One engine for all; each test has a Keycloak of its own at the same address. */
  @BeforeAll
  void start() {
    keycloak = KeycloakStub.started();
    int port = keycloak.port();
    keycloak.close();
    sessions = new Factory(port);
    test =
        new TestEngine(
            configuration -> {
              configuration.setAuthorizationEnabled(true);
              configuration.setIdentityProviderSessionFactory(sessions);
            });
    identity = test.engine.getIdentityService();
  }

  /** Forgets with each test what the one before made known. */
  private static class Factory implements SessionFactory {

    private final int port;
    private DirectorySessionFactory sessions;

    Factory(int port) {
      this.port = port;
    }

    KeycloakStub renewed() {
      var stub = KeycloakStub.started(port);
      sessions = new DirectorySessionFactory(TestDirectories.of(stub));
      return stub;
    }

    @Override
    public Class<?> getSessionType() {
      return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
      return sessions.openSession();
    }
  }

  @BeforeEach
  void newKeycloak() {
    keycloak = sessions.renewed();
    keycloak.group("/itsm").group("/itsm/service-desk").group("/itsm/cab").group("/other");
  }

  @AfterEach
  void stopKeycloak() {
    identity.clearAuthentication();
    keycloak.close();
    for (var own : authorizations().createAuthorizationQuery().userIdIn("agent").list()) {
      authorizations().deleteAuthorization(own.getId());
    }
  }

  @AfterAll
  void stop() {
    test.close();
  }

  private AuthorizationService authorizations() {
    return test.engine.getAuthorizationService();
  }

  private void authorize(int type, String id) {
    identity.clearAuthentication();
    var authorization = authorizations().createNewAuthorization(type);
    authorization.setUserId("agent");
    authorization.setResource(Resources.USER);
    authorization.setResourceId(id);
    authorization.addPermission(Permissions.READ);
    if (type == Authorization.AUTH_TYPE_REVOKE) {
      authorization.removePermission(Permissions.READ);
    }
    authorizations().saveAuthorization(authorization);
  }

  /** As Tasklist and Admin hear it: status and words, and the refusal inside for everybody else. */
  private static Consumer<RestException> tellsOf(String key, int status) {
    return failure -> {
      assertThat(failure.getStatus().getStatusCode()).isEqualTo(status);
      assertThat(failure.getMessage()).startsWith(key + ": ");
      assertThat(((Refusal) failure.getCause()).key()).isEqualTo(key);
    };
  }

  private static List<String> names(List<User> users) {
    return users.stream().map(User::getId).toList();
  }

  @Nested
  class Passwords {

    @Test
    void areNeverRightAndNeverAnError() {
      keycloak.user("agent");

      assertThat(identity.checkPassword("agent", "wrong")).isFalse();
      assertThat(identity.checkPassword("agent", "agent")).isFalse();
      assertThat(identity.checkPassword("nobody", "")).isFalse();
      assertThat(identity.checkPassword(null, null)).isFalse();
      assertThat(keycloak.asked()).isEmpty();
      assertThat(keycloak.forms()).isEmpty();
    }
  }

  @Nested
  class ASearchForPeople {

    @ParameterizedTest
    @ValueSource(strings = {"jo+ann", "a/b", "per%cent", "björn", "jo ann"})
    void findsAnyNameAndAddress(String name) {
      keycloak.user(name, "Jo", "Ann", name + "@example.org", true);

      assertThat(identity.createUserQuery().userId(name).singleResult().getEmail())
          .isEqualTo(name + "@example.org");
      assertThat(names(identity.createUserQuery().userEmail(name + "@example.org").list()))
          .containsExactly(name);
      assertThat(names(identity.createUserQuery().userIdIn(name, "other").list()))
          .containsExactly(name);
    }

    @Test
    void isNeverCutShort() {
      keycloak.users("p", 20);

      assertThat(identity.createUserQuery().list()).hasSize(20);
      assertThat(identity.createUserQuery().count()).isEqualTo(20);
    }

    @Test
    void isRefusedWhereItWouldTakeTooMany() {
      keycloak.users("p", 21);

      assertThatThrownBy(() -> identity.createUserQuery().list())
          .isInstanceOfSatisfying(RestException.class, tellsOf("identity.too-many-people", 400));
      assertThatThrownBy(
              () -> identity.createUserQuery().orderByUserLastName().asc().listPage(0, 5))
          .hasCauseInstanceOf(Refusal.class);
      assertThatThrownBy(() -> identity.createUserQuery().userFirstNameLike("F%").count())
          .hasCauseInstanceOf(Refusal.class);
    }

    @Test
    void givesAnyPageInTheOrderOfNamesHoweverManyThereAre() {
      keycloak.users("p", 263);

      assertThat(names(identity.createUserQuery().orderByUserId().asc().listPage(260, 10)))
          .containsExactly("p00261", "p00262", "p00263");
      assertThat(names(identity.createUserQuery().orderByUserId().desc().listPage(0, 2)))
          .containsExactly("p00263", "p00262");
      assertThat(names(identity.createUserQuery().orderByUserId().desc().listPage(262, 5)))
          .containsExactly("p00001");
      assertThat(identity.createUserQuery().orderByUserId().desc().listPage(263, 5)).isEmpty();
      assertThat(identity.createUserQuery().count()).isEqualTo(263);
    }

    @Test
    void letsKeycloakLookForPartsOfNames() {
      keycloak.users("p", 263).user("x", "Zoë", "Müller", "zoe@example.org", true);
      keycloak.asked();

      assertThat(names(identity.createUserQuery().userLastNameLike("%ÜLL%").listPage(0, 5)))
          .containsExactly("x");
      assertThat(identity.createUserQuery().userLastNameLike("%üll%").count()).isOne();
      assertThat(keycloak.asked())
          .containsExactly(
              "users?lastName=%C3%BCll&briefRepresentation=true&first=0&max=5",
              "users/count?lastName=%C3%BCll");
    }

    @Test
    void looksThroughThoseInQuestionForTheRest() {
      keycloak.user("a", "Ann", "Berg", "ab@example.org", true);
      keycloak.user("b", "Joann", "Berg", "jb@example.org", true);
      keycloak.user("c", "Anna", "Zorn", "az@example.com", true);

      assertThat(names(identity.createUserQuery().userFirstNameLike("ann%").list()))
          .containsExactly("a", "c");
      assertThat(
              names(
                  identity
                      .createUserQuery()
                      .userLastName("berg")
                      .userFirstNameLike("%ann")
                      .orderByUserFirstName()
                      .desc()
                      .list()))
          .containsExactly("b", "a");
      assertThat(
              identity
                  .createUserQuery()
                  .userEmailLike("%@example.org")
                  .userFirstNameLike("Ann%")
                  .count())
          .isOne();
    }

    @Test
    void knowsMembersOfGroupsFurtherDown() {
      keycloak.user("agent", "/itsm/service-desk").user("boss", "/itsm");

      assertThat(names(identity.createUserQuery().memberOfGroup("service-desk").list()))
          .containsExactly("agent");
      assertThat(names(identity.createUserQuery().memberOfGroup("itsm").list()))
          .containsExactly("boss");
      assertThat(identity.createUserQuery().memberOfGroup("none").list()).isEmpty();
    }

    @Test
    void pagesThroughABigGroup() {
      keycloak.users("p", 263, "/itsm/cab");
      var members = identity.createUserQuery().memberOfGroup("cab").orderByUserId().asc();

      assertThat(members.count()).isEqualTo(263);
      assertThat(names(members.listPage(250, 2))).containsExactly("p00251", "p00252");
    }

    @Test
    void combinesGroupAndName() {
      keycloak.user("a", "Ann", "Berg", "a@x.org", true, "/itsm/cab");
      keycloak.user("b", "Ann", "Zorn", "b@x.org", true);

      assertThat(names(identity.createUserQuery().memberOfGroup("cab").userFirstName("Ann").list()))
          .containsExactly("a");
      assertThat(identity.createUserQuery().memberOfGroup("cab").userId("b").count()).isZero();
      assertThat(identity.createUserQuery().memberOfGroup("cab").userId("a").count()).isOne();
    }

    @Test
    void namesOnlySoManyAtOnce() {
      var names = IntStream.range(0, 11).mapToObj(i -> "p" + i);

      assertThatThrownBy(
              () -> identity.createUserQuery().userIdIn(names.toArray(String[]::new)).list())
          .isInstanceOfSatisfying(RestException.class, tellsOf("identity.too-many-names", 400));
    }

    @Test
    void showsTheAccountOfWhoHasNoName() {
      keycloak.user("robot", "", "", "", true).user("dora", "Dora", "", "", true);

      assertThat(identity.createUserQuery().userId("robot").singleResult())
          .returns("robot", User::getFirstName)
          .returns("", User::getLastName);
      assertThat(identity.createUserQuery().userId("dora").singleResult().getLastName()).isEmpty();
    }

    @Test
    void refusesWhatKeycloakKnowsNothingOf() {
      assertThatThrownBy(() -> identity.createUserQuery().potentialStarter("x"))
          .isInstanceOf(BadUserRequestException.class);
      assertThatThrownBy(() -> identity.createUserQuery().memberOfTenant("x"))
          .isInstanceOf(BadUserRequestException.class);
      assertThatThrownBy(() -> identity.createNativeUserQuery())
          .isInstanceOf(BadUserRequestException.class);
      assertThatThrownBy(() -> identity.createGroupQuery().potentialStarter("x"))
          .isInstanceOf(BadUserRequestException.class);
      assertThat(identity.createTenantQuery().list()).isEmpty();
    }
  }

  @Nested
  class WhoMayReadWhom {

    @BeforeEach
    void people() {
      keycloak.users("p", 263).user("agent", "/itsm/cab");
    }

    @Test
    void withoutRightsOnlyOneself() {
      identity.setAuthentication("agent", List.of("cab"));

      assertThat(names(identity.createUserQuery().list())).containsExactly("agent");
      assertThat(identity.createUserQuery().count()).isOne();
      assertThat(identity.createUserQuery().userId("p00001").singleResult()).isNull();
      assertThat(keycloak.asked()).allMatch(question -> question.startsWith("users?username="));
    }

    @Test
    void withSingleRightsThoseToo() {
      authorize(Authorization.AUTH_TYPE_GRANT, "p00002");
      identity.setAuthentication("agent", List.of("cab"));

      assertThat(names(identity.createUserQuery().list())).containsExactly("agent", "p00002");
    }

    @Test
    void withAllRightsEverybodyPageByPage() {
      authorize(Authorization.AUTH_TYPE_GRANT, "*");
      identity.setAuthentication("agent", List.of("cab"));

      assertThat(names(identity.createUserQuery().listPage(1, 2)))
          .containsExactly("p00001", "p00002");
      assertThat(identity.createUserQuery().count()).isEqualTo(264);
    }

    @Test
    void butNotWhoIsTakenOut() {
      authorize(Authorization.AUTH_TYPE_GRANT, "*");
      authorize(Authorization.AUTH_TYPE_REVOKE, "p00002");
      identity.setAuthentication("agent", List.of("cab"));

      assertThat(identity.createUserQuery().userIdIn("p00001", "p00002").count()).isOne();
      assertThat(identity.createUserQuery().userId("p00002").singleResult()).isNull();
    }

    @Test
    void theSuiteItselfEverybodyWhoeverIsLoggedIn() {
      identity.setAuthentication("agent", List.of("cab"));

      long all =
          test.configuration()
              .getCommandExecutorTxRequired()
              .execute(
                  context ->
                      context.runWithoutAuthorization(() -> identity.createUserQuery().count()));

      assertThat(all).isEqualTo(264);
    }

    @Test
    void ofGroupsOnesOwn() {
      identity.setAuthentication("agent", List.of("cab"));

      assertThat(identity.createGroupQuery().groupMember("agent").list())
          .extracting(Group::getId)
          .containsExactly("cab");
      assertThat(identity.createGroupQuery().list()).isEmpty();
    }
  }

  @Nested
  class ASearchForGroups {

    @Test
    void findsThoseFurtherDown() {
      assertThat(identity.createGroupQuery().list())
          .extracting(Group::getId)
          .containsExactly("cab", "itsm", "other", "service-desk");
      assertThat(identity.createGroupQuery().groupId("service-desk").singleResult())
          .returns("Service desk", Group::getName)
          .returns("ITSM", Group::getType);
      assertThat(identity.createGroupQuery().groupId("other").singleResult())
          .returns("other", Group::getName)
          .returns("WORKFLOW", Group::getType);
    }

    @Test
    void filtersSortsAndPages() {
      var query = identity.createGroupQuery();

      assertThat(query.groupNameLike("%E%").orderByGroupName().desc().listPage(0, 1))
          .extracting(Group::getId)
          .containsExactly("other");
      assertThat(identity.createGroupQuery().groupIdIn("cab", "none").count()).isOne();
      assertThat(identity.createGroupQuery().groupType("WORKFLOW").count()).isEqualTo(2);
      assertThat(identity.createGroupQuery().groupName("service desk").count()).isOne();
    }

    @Test
    void tellsTheGroupsOfSomebody() {
      keycloak.user("a+b", "/itsm/cab", "/itsm/service-desk");

      assertThat(identity.createGroupQuery().groupMember("a+b").list())
          .extracting(Group::getId)
          .containsExactly("cab", "service-desk");
      assertThat(identity.createGroupQuery().groupMember("nobody").list()).isEmpty();
    }
  }

  @Nested
  class WhileKeycloakIsDown {

    @Test
    void theEngineIsBuiltAllTheSame() {
      keycloak.close();
      try (var other =
          new TestEngine(
              configuration ->
                  new KeycloakIdentityPlugin(TestDirectories.of(keycloak))
                      .preInit(configuration))) {
        assertThat(other.engine.getIdentityService().isReadOnly()).isTrue();
      }
    }

    @Test
    void questionsAreRefusedInWords() {
      keycloak.close();

      assertThatThrownBy(() -> identity.createUserQuery().userId("agent").singleResult())
          .isInstanceOfSatisfying(
              RestException.class, tellsOf("identity.directory-unavailable", 503));
      assertThatThrownBy(() -> identity.createGroupQuery().count())
          .isInstanceOfSatisfying(
              RestException.class, tellsOf("identity.directory-unavailable", 503));
    }
  }

  @Nested
  class WhileKeycloakTakesItsTime {

    @Test
    void noDatabaseConnectionIsHeld() {
      keycloak.user("agent", "/itsm/cab");
      identity.createGroupQuery().count();
      var pool = ((PooledDataSource) test.configuration().getDataSource()).getPoolState();
      keycloak.held = new CountDownLatch(1);
      var running =
          CompletableFuture.supplyAsync(
              () -> {
                identity.setAuthentication("agent", List.of("cab"));
                return identity.createUserQuery().userId("agent").singleResult();
              });
      await().until(() -> keycloak.waiting() == 1);

      assertThat(pool.getActiveConnectionCount()).isZero();
      keycloak.held.countDown();
      assertThat(running.join().getId()).isEqualTo("agent");
    }
  }
}
