package org.itsmsuite.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.Access;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Custodian;
import org.itsmsuite.restriction.InMemoryRestrictions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RestrictedNotificationsTest {

  private static final Map<String, Set<String>> GROUPS =
      Map.of(
          "agent", Set.of("service-desk"),
          "engineer", Set.of("third-level"),
          "auditor", Set.of("auditors"));

  private final InMemoryRestrictions restrictions =
      new InMemoryRestrictions(
          Access.read(new FolderContent(Path.of(""))),
          Clock.fixed(Instant.parse("2026-04-27T09:00:00Z"), ZoneOffset.UTC));
  private final InMemoryNotifications written = new InMemoryNotifications();
  private final Notifications notifications =
      new RestrictedNotifications(
          new ConcernedRecipients(restrictions, RestrictedNotificationsTest::groupsOf),
          new Custodian("security-team"),
          written);

  private static Set<String> groupsOf(String account) {
    if (account.equals("somebody-in-a-directory-that-is-down")) {
      throw Refusal.unavailable("identity.directory-unavailable", "Not now.");
    }
    return GROUPS.getOrDefault(account, Set.of());
  }

  private Set<String> tell(String... recipients) {
    var values = new HashMap<String, Object>();
    values.put("number", "INC-1");
    values.put("title", "Payroll was copied");
    values.put("service", "Payroll");
    values.put("reason", "CUSTOMER");
    values.put("resolution", "Locked the account");
    values.put("somethingNew", "Payroll");
    values.put("percent", 75);
    values.put("clock", "resolution");
    return notifications
        .tell(new Notification("INC-1", "sla-warning", "once", Set.of(recipients), values))
        .recipients();
  }

  @Test
  void everybodyIsToldAboutOtherRecords() {
    assertThat(tell("user:agent", "mail:boss@example.org"))
        .containsExactlyInAnyOrder("user:agent", "mail:boss@example.org");
    assertThat(written.told())
        .allSatisfy(
            one ->
                assertThat(one.notification().values())
                    .containsEntry("title", "Payroll was copied"));
  }

  @Nested
  class AboutARestrictedRecord {

    @BeforeEach
    void restrict() {
      restrictions.restrict("INC-1");
      restrictions.name("INC-1", "user:requester");
      restrictions.worksOn("INC-1", "third-level");
    }

    @Test
    void theCustodianIsToldInPlaceOfSomebodyOfWhomNobodyCanSayNow() {
      assertThat(tell("user:somebody-in-a-directory-that-is-down"))
          .containsExactly("group:security-team");
    }

    @Test
    void onlyThoseConcernedAreTold() {
      assertThat(
              tell("user:requester", "user:engineer", "group:third-level", "group:security-team"))
          .containsExactlyInAnyOrder(
              "user:requester", "user:engineer", "group:third-level", "group:security-team");
    }

    @Test
    void readersOfEverythingAreTold() {
      assertThat(tell("user:auditor", "group:auditors"))
          .containsExactlyInAnyOrder("user:auditor", "group:auditors");
    }

    @Test
    void theCustodianIsToldInThePlaceOfTheOthers() {
      assertThat(
              tell(
                  "user:agent",
                  "group:service-desk",
                  "group:incident-managers",
                  "group:camunda-admin",
                  "user:nobody-knows",
                  "user:system"))
          .containsExactly("group:security-team");
      assertThat(written.told())
          .extracting(InMemoryNotifications.Told::recipient)
          .containsExactly("group:security-team");
    }

    @Test
    void noMereAddressIsEverTold() {
      restrictions.name("INC-1", "user:boss@example.org");

      assertThat(tell("mail:boss@example.org")).containsExactly("group:security-team");
    }

    @Test
    void nobodyIsToldWhoWasNotMeantToBe() {
      assertThat(tell("user:requester")).containsExactly("user:requester");
      assertThat(written.told()).hasSize(1);
    }

    @Test
    void noMessageTellsWhatItIsAbout() {
      tell("user:requester", "user:agent");

      assertThat(written.told())
          .hasSize(2)
          .allSatisfy(
              one -> {
                assertThat(one.notification().values())
                    .containsEntry("number", "INC-1")
                    .containsEntry("percent", 75)
                    .containsEntry("clock", "resolution");
                assertThat(one.notification().values().toString())
                    .doesNotContain("Payroll", "Locked", "CUSTOMER");
              });
    }
  }
}
