package org.itsmsuite.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the directory tells of people and groups, and what it asks Keycloak for it. */
class DirectoryTest {

  private final KeycloakStub keycloak = KeycloakStub.started().group("/service-desk").group("/cab");
  private final HandTurnedTicker ticker = new HandTurnedTicker();
  private final Directory directory =
      TestDirectories.of(TestDirectories.settings(keycloak.issuer(), "/"), ticker);

  @AfterEach
  void stop() {
    keycloak.close();
  }

  @Nested
  class SomebodyByName {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "agent",
          "jo+ann",
          "jo ann",
          "per%cent",
          "100%2B",
          "björn",
          "a/b",
          "a&b=c",
          "q?#[]",
          "zoë@example.org",
          "李雷",
          "..a",
          "a\\b",
          "x;y"
        })
    void isFoundWhateverTheNameIsMadeOf(String name) {
      keycloak.user(name, "Zoë", "Müller", "mail+" + name, true, "/cab");

      assertThat(directory.person(name))
          .get()
          .returns(name, Person::name)
          .returns("mail+" + name, Person::email)
          .returns("Müller", Person::lastName);
      assertThat(directory.groupsOf(name)).containsExactly("cab");
    }

    @Test
    void isNobodyElseWhoseNameKeycloakTakesForTheSame() {
      keycloak.user("agent");

      assertThat(directory.person("Agent")).isEmpty();
      assertThat(directory.groupsOf("Agent")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"system", "System", "anonymous", "..", "*", "", " ", "a\u0000b", "\ud800"})
    void isNobodyUnderANameThatCannotBe(String name) {
      keycloak
          .user("system", "/cab")
          .user("System", "/cab")
          .user("anonymous", "/cab")
          .user("*", "/cab");

      assertThat(directory.person(name)).isEmpty();
      assertThat(directory.groupsOf(name)).isEmpty();
      assertThat(keycloak.asked()).isEmpty();
    }

    @Test
    void isInNoGroupWhenSwitchedOff() {
      keycloak.user("leaver", "Old", "Timer", "leaver@example.org", false, "/cab");

      assertThat(directory.person("leaver")).get().returns(false, Person::enabled);
      assertThat(directory.groupsOf("leaver")).isEmpty();
    }

    @Test
    void isFoundAgainAfterBeingRemovedAndMadeAnew() {
      keycloak.user("agent", "/cab");
      directory.person("agent");
      keycloak.remove("agent");
      keycloak.user("agent", "/service-desk");

      assertThat(directory.groupsOf("agent")).containsExactly("service-desk");
    }
  }

  @Nested
  class GroupsInATree {

    @Test
    void haveTheirOwnNameHoweverDeep() {
      keycloak.group("/itsm").group("/itsm/second-level").group("/itsm/second-level/night shift");
      keycloak
          .user("specialist", "/itsm/second-level")
          .user("owl", "/itsm/second-level/night shift");

      assertThat(directory.groups().all())
          .extracting(DirectoryGroup::id)
          .containsExactlyInAnyOrder("service-desk", "cab", "itsm", "second-level", "night shift");
      assertThat(directory.groupsOf("specialist")).containsExactly("second-level");
      assertThat(directory.groupsOf("owl")).containsExactly("night shift");
      assertThat(directory.members("second-level", 0, 10))
          .extracting(Person::name)
          .containsExactly("specialist");
    }

    @Test
    void areAllReadThoughKeycloakGivesThemInPages() {
      keycloak.group("/many");
      for (int i = 0; i < 23; i++) {
        keycloak.group("/many/group-" + i).group("/top-" + i);
      }

      assertThat(directory.groups().all()).hasSize(2 + 1 + 2 * 23);
    }

    @Test
    void areNotAnsweredInPartWhenThereAreTooMany() {
      for (int i = 0; i < 99; i++) {
        keycloak.group("/top-" + i);
      }

      assertThatThrownBy(directory::groups)
          .isInstanceOf(OutOfReach.class)
          .cause()
          .hasMessageContaining("more than 100 groups");
    }

    @Test
    void aNameFurtherDownGivesNobodyTheGroupNearerTheRoot() {
      keycloak.group("/camunda-admin").group("/team").group("/team/camunda-admin");
      keycloak.user("admin", "/camunda-admin").user("intruder", "/team/camunda-admin");

      assertThat(directory.groupsOf("admin")).containsExactly("camunda-admin");
      assertThat(directory.groupsOf("intruder")).isEmpty();
      assertThat(directory.members("camunda-admin", 0, 10))
          .extracting(Person::name)
          .containsExactly("admin");
      assertThat(directory.groups().passedOver())
          .containsExactly(
              "/camunda-admin, /team/camunda-admin have one name: camunda-admin is /camunda-admin");
    }

    @Test
    void ofTwoEquallyNearNeitherCounts() {
      keycloak.group("/berlin").group("/vienna").group("/berlin/ecab").group("/vienna/ecab");
      keycloak.user("ecab-1", "/berlin/ecab").user("ecab-2", "/vienna/ecab");

      assertThat(directory.groupsOf("ecab-1")).isEmpty();
      assertThat(directory.groupsOf("ecab-2")).isEmpty();
      assertThat(directory.group("ecab")).isEmpty();
      assertThat(directory.groups().passedOver())
          .containsExactly(
              "/berlin/ecab, /vienna/ecab have one name and stand equally near the root:"
                  + " nobody is in ecab");
    }

    @Test
    void neverHaveTheEnginesNameForEverybody() {
      keycloak.group("", "*").user("agent", "/*");

      assertThat(directory.groupsOf("agent")).isEmpty();
      assertThat(directory.group("*")).isEmpty();
    }

    @Test
    void belowARootAreTheOnlyOnes() {
      keycloak.group("/it sm").group("/it sm/cab").group("/it sm/ecab");
      keycloak.user("inside", "/it sm/cab", "/it sm").user("outside", "/cab");
      var below =
          TestDirectories.of(TestDirectories.settings(keycloak.issuer(), "/it sm/"), ticker);

      assertThat(below.groups().all())
          .extracting(DirectoryGroup::id)
          .containsExactly("cab", "ecab");
      assertThat(below.groupsOf("inside")).containsExactly("cab");
      assertThat(below.groupsOf("outside")).isEmpty();
    }

    @Test
    void madeSinceAreFoundBeforeWhatIsKeptIsOld() {
      keycloak.user("agent", "/cab");
      assertThat(directory.group("ecab")).isEmpty();
      keycloak.group("/ecab").join("agent", "/ecab");
      ticker.pass(TestDirectories.ABSENT);

      assertThat(directory.group("ecab")).isPresent();
      assertThat(directory.groupsOf("agent")).containsExactlyInAnyOrder("cab", "ecab");
    }
  }

  @Nested
  class ListsOfPeople {

    @Test
    void areCompleteHoweverManyThereAre() {
      keycloak.users("p", 263, "/cab");

      assertThat(directory.people(PeopleFilter.EVERYBODY, 0, Integer.MAX_VALUE)).hasSize(263);
      assertThat(directory.members("cab", 0, Integer.MAX_VALUE)).hasSize(263);
    }

    @Test
    void areAskedForByThePage() {
      keycloak.users("p", 263);

      assertThat(directory.people(PeopleFilter.EVERYBODY, 200, 3))
          .extracting(Person::name)
          .containsExactly("p00201", "p00202", "p00203");
      assertThat(keycloak.asked())
          .containsExactly("users?briefRepresentation=true&first=200&max=3");
    }

    @Test
    void areCountedByKeycloak() {
      keycloak.users("p", 263);

      assertThat(directory.count(PeopleFilter.EVERYBODY)).isEqualTo(263);
      assertThat(keycloak.asked()).containsExactly("users/count");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 6, 9, 10, 11, 263})
    void ofAGroupAreCountedExactly(int members) {
      keycloak.users("p", members, "/cab");

      assertThat(directory.memberCount("cab")).isEqualTo(members);
    }

    @ParameterizedTest
    @CsvSource({"2000, 0, 4", "1998, 0, 4", "1998, 2, 3", "700, 1300, 14", "1000, 1000, 14"})
    void ofAGroupAreCountedWithFewQuestions(int members, int others, int questions) {
      keycloak.users("p", members, "/cab").users("q", others);
      directory.groups();
      keycloak.asked();

      assertThat(directory.memberCount("cab")).isEqualTo(members);
      assertThat(keycloak.asked()).hasSizeLessThanOrEqualTo(questions);
    }

    @Test
    void ofAGroupAreCountedEvenIfKeycloakDoesNotCountThemAmongTheUsers() {
      keycloak.users("service-account-", 12, "/cab");

      assertThat(directory.memberCount("cab")).isEqualTo(12);
    }

    @Test
    void areSearchedByKeycloak() {
      keycloak.user("a", "Jo+An", "Müller", "jo+an@example.org", true);
      keycloak.user("b", "Jo", "O'Neil & Co", "jo@example.org", true);

      assertThat(directory.people(new PeopleFilter("", "ÜLL", "jo+", false), 0, 5))
          .extracting(Person::name)
          .containsExactly("a");
      assertThat(directory.people(new PeopleFilter("", "o'neil & co", "", true), 0, 5))
          .extracting(Person::name)
          .containsExactly("b");
      assertThat(directory.count(new PeopleFilter("", "", "jo+an@example.org", true))).isOne();
    }

    @Test
    void withATextThatCannotBeAreEmpty() {
      assertThat(directory.people(new PeopleFilter("a\u0000", "", "", false), 0, 5)).isEmpty();
      assertThat(directory.count(new PeopleFilter("a\u0000", "", "", false))).isZero();
      assertThat(keycloak.asked()).isEmpty();
    }

    @Test
    void makeTheirPeopleKnown() {
      keycloak.users("p", 3);
      directory.people(PeopleFilter.EVERYBODY, 0, 5);
      keycloak.asked();

      assertThat(directory.person("p00002")).isPresent();
      assertThat(keycloak.asked()).isEmpty();
    }
  }

  @Nested
  class WhatIsKept {

    @Test
    void isNotAskedAgainWhileFresh() {
      keycloak.user("agent", "/cab");
      directory.groupsOf("agent");
      keycloak.asked();
      keycloak.leave("agent", "/cab");
      ticker.pass(TestDirectories.FRESH.minusNanos(1));

      assertThat(directory.groupsOf("agent")).containsExactly("cab");
      assertThat(keycloak.asked()).isEmpty();
    }

    @Test
    void isAskedAgainAfterThat() {
      keycloak.user("agent", "/cab");
      directory.groupsOf("agent");
      keycloak.leave("agent", "/cab");
      ticker.pass(TestDirectories.FRESH);

      assertThat(directory.groupsOf("agent")).isEmpty();
    }

    @Test
    void forgetsSoonThatSomebodyIsNotThere() {
      assertThat(directory.person("late")).isEmpty();
      keycloak.user("late");
      assertThat(directory.person("late")).isEmpty();
      ticker.pass(TestDirectories.ABSENT);

      assertThat(directory.person("late")).isPresent();
    }
  }

  @Nested
  class WhileKeycloakIsOutOfReach {

    @Test
    void whatIsKnownServesOnToItsStaleAge() {
      keycloak.user("agent", "/cab");
      directory.groupsOf("agent");
      directory.members("cab", 0, 5);
      keycloak.failWith = 503;
      ticker.pass(TestDirectories.STALE.minusSeconds(1));

      assertThat(directory.groupsOf("agent")).isEqualTo(Set.of("cab"));
      assertThat(directory.members("cab", 0, 5)).hasSize(1);
    }

    @Test
    void whatIsOlderDoesNot() {
      keycloak.user("agent", "/cab");
      directory.groupsOf("agent");
      keycloak.failWith = 503;
      ticker.pass(TestDirectories.STALE);

      assertThatThrownBy(() -> directory.groupsOf("agent")).isInstanceOf(OutOfReach.class);
    }

    @Test
    void nobodyIsSaidNotToBeThere() {
      directory.person("late");
      keycloak.failWith = 503;
      ticker.pass(TestDirectories.ABSENT);

      assertThatThrownBy(() -> directory.person("late")).isInstanceOf(OutOfReach.class);
    }

    @Test
    void theRefusalSaysThatTheSameMaySucceedLater() {
      keycloak.close();

      assertThatThrownBy(() -> directory.person("agent"))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
                assertThat(refusal.key()).isEqualTo("identity.directory-unavailable");
                assertThat(refusal.getMessage()).doesNotContain("127.0.0.1");
              });
    }
  }

  @Nested
  class PathsInATokensClaim {

    private final TreeGroupPaths paths =
        new TreeGroupPaths(directory, TestDirectories.settings(keycloak.issuer(), "/"));

    @Test
    void rightBelowTheRootNeedNobodyToBeAsked() {
      keycloak.failWith = 503;

      assertThat(paths.idsOf(List.of("/cab", "/service-desk", "/*", "/", "cab", "")))
          .containsExactly("cab", "service-desk");
      assertThat(keycloak.asked()).isEmpty();
    }

    @Test
    void furtherDownCountAsInTheDirectory() {
      keycloak.group("/itsm").group("/itsm/ecab").group("/itsm/cab");

      assertThat(paths.idsOf(List.of("/itsm/ecab", "/itsm/cab", "/itsm/none")))
          .containsExactly("ecab");
    }

    @Test
    void furtherDownGiveNoRightsWhileKeycloakIsOutOfReach() {
      keycloak.group("/itsm").group("/itsm/ecab");
      keycloak.failWith = 503;

      assertThat(paths.idsOf(List.of("/itsm/ecab", "/cab"))).containsExactly("cab");
    }

    @Test
    void thatTwoGroupsShareCountForNeither() {
      keycloak.group("/a").group("/a", "ecab").group("", "a/ecab").user("x");

      assertThat(paths.idsOf(List.of("/a/ecab"))).isEmpty();
    }
  }
}
