package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.incident.process.TriageDesk.AGENT;
import static org.itsmsuite.incident.process.TriageDesk.MONDAY_NINE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.RecordAudience;
import org.itsmsuite.engine.restriction.RestrictedTasks;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.LinkType;
import org.itsmsuite.incident.Mechanism;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.ledger.KnownEntries;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.notification.InMemoryNotifications.Told;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.itsmsuite.restriction.Custodian;
import org.itsmsuite.restriction.Restrictions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the process does differently when the record is restricted. */
class RestrictedIncidentProcessTest {

  private static final String TITLE = "E-mail does not arrive";
  private static final InMemoryDesk DESK = InMemoryDesk.open(new FolderContent(Path.of("")));
  private static final Restrictions RESTRICTIONS = DESK.restrictions();
  private static final IncidentTriage FLOW =
      new IncidentTriage(
          DESK.engine().getRuntimeService(),
          DESK.engine().getTaskService(),
          new RestrictedTasks(
              DESK.engine(),
              new RecordAudience(() -> RESTRICTIONS, () -> new Custodian("security-team"))));

  private static final Actor OUTSIDER = new Actor("colleague", Set.of("service-desk"));

  private final TriageDesk desk = new TriageDesk(DESK);

  /** The suite's content with another classification table. */
  private static final class DuplicatesConcernSecurity implements ContentSource {

    private final ContentSource content = new FolderContent(Path.of(""));

    @Override
    public List<String> list(String folder, String suffix) {
      return content.list(folder, suffix);
    }

    @Override
    public boolean exists(String name) {
      return content.exists(name);
    }

    @Override
    public byte[] read(String name) {
      byte[] bytes = content.read(name);
      return name.endsWith("/incident-classification.dmn")
          ? new String(bytes, StandardCharsets.UTF_8)
              .replaceAll("(id=\"out_6_security\"><text>)security", "$1found = \"DUPLICATE\"")
              .getBytes(StandardCharsets.UTF_8)
          : bytes;
    }
  }

  @AfterEach
  void clear() {
    DESK.forgetAll();
  }

  @AfterAll
  static void closeTheDesk() {
    DESK.close();
  }

  private static void restrict(String number, String group) {
    RESTRICTIONS.restrict(number);
    RESTRICTIONS.name(number, "user:requester");
    if (group != null) {
      RESTRICTIONS.worksOn(number, group);
    }
  }

  @Nested
  class ItsTasks {

    @Test
    void areOfferedToThoseItConcernsWhomeverTheModelNames() {
      String number = desk.triaged();
      restrict(number, "second-level");
      desk.restore(number, Map.of());

      assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_confirmResolution");
      assertThat(desk.groups(desk.task(number))).containsExactly("second-level");
    }

    @Test
    void goToTheCustodianWhenItConcernsNoGroup() {
      String number = desk.triaged();
      restrict(number, null);
      desk.restore(number, Map.of());

      assertThat(desk.groups(desk.task(number))).containsExactly("security-team");
    }

    @Test
    void stayWithWhomeverTheModelNamesOtherwise() {
      assertThat(desk.groups(desk.task(desk.resolved()))).containsExactly("service-desk");
    }

    @Test
    void doNotTellItsTitle() {
      String open = desk.triaged();
      assertThat(desk.task(open).getName()).endsWith(open + " " + TITLE);
      restrict(open, "second-level");
      desk.restore(open, Map.of());

      assertThat(desk.task(open).getName()).endsWith("P3 " + open).doesNotContain(TITLE);
    }

    @Test
    void areTakenAwayAndRenamedWhenTheyAreOpenAlready() {
      String number = desk.reported();
      DESK.as(AGENT);
      DESK.take(number);
      restrict(number, "security-team");

      FLOW.restrictTasks(desk.incident(number));

      var task = desk.task(number);
      assertThat(task.getName()).isEqualTo("Triage incident: P3 " + number);
      assertThat(task.getAssignee()).isNull();
      assertThat(desk.groups(task)).containsExactly("security-team");
      assertThat(historicName(task.getId())).isEqualTo("Triage incident");
      assertThat(desk.incident(number).assignment().assignee()).isNull();
    }

    private String historicName(String task) {
      return DESK.engine()
          .getHistoryService()
          .createHistoricTaskInstanceQuery()
          .taskId(task)
          .singleResult()
          .getName();
    }

    @Test
    void areGivenBackWithTheirTitleWhenTheRestrictionIsLifted() {
      String number = desk.reported();
      String name = desk.task(number).getName();
      restrict(number, "security-team");
      FLOW.restrictTasks(desk.incident(number));
      assertThat(desk.groups(desk.task(number))).containsExactly("security-team");

      RESTRICTIONS.lift(number);
      FLOW.releaseTasks(desk.incident(number));

      var task = desk.task(number);
      assertThat(task.getName()).isEqualTo(name).endsWith(TITLE);
      assertThat(historicName(task.getId())).isEqualTo("Triage incident");
      assertThat(desk.groups(task)).containsExactly("service-desk");

      FLOW.releaseTasks(desk.incident(number));
      assertThat(desk.task(number).getName()).as("once only").isEqualTo(name);
    }

    @Test
    void leaveNoTraceOfTheOldNameWhoeverRestrictsIt() {
      String number = desk.reported();
      restrict(number, "security-team");
      DESK.engine().getIdentityService().setAuthenticatedUserId("agent");
      try {
        FLOW.restrictTasks(desk.incident(number));
      } finally {
        DESK.engine().getIdentityService().clearAuthentication();
      }

      assertThat(DESK.engine().getHistoryService().createUserOperationLogQuery().list())
          .allSatisfy(
              entry -> assertThat(entry.getOrgValue() + entry.getNewValue()).doesNotContain(TITLE));
    }

    @Test
    void stayWithSomebodyItConcerns() {
      String number = desk.reported();
      DESK.as(AGENT);
      DESK.take(number);
      restrict(number, "service-desk");
      RESTRICTIONS.name(number, "user:agent");

      FLOW.restrictTasks(desk.incident(number));

      assertThat(desk.task(number).getAssignee()).isEqualTo("agent");
      assertThat(desk.groups(desk.task(number))).containsExactly("service-desk");
    }
  }

  @Nested
  class ItsFamily {

    private void promote(String number) {
      DESK.as(AGENT);
      DESK.incidents().reclassify(number, Mechanism.SECURITY_INCIDENT, null, "A password is out");
      assertThat(RESTRICTIONS.isRestricted(number)).isTrue();
    }

    private void confirmedWhileStillBroken(String parent, String child) {
      desk.restore(parent, Map.of());
      desk.runJobs(parent);
      desk.confirm(parent);
      DESK.incidents().reopen(child, "Still broken");
    }

    private Status status(String number) {
      return desk.incident(number).status();
    }

    private List<String> links(String number) {
      return DESK.incidents().links(number).stream()
          .map(link -> link.type() + " " + link.number())
          .toList();
    }

    @Test
    void doesNotKeepAParentWaitingThatWaitedForItAlone() {
      String parent = desk.triaged();
      String child = desk.childOf(parent);
      confirmedWhileStillBroken(parent, child);
      assertThat(status(parent)).isEqualTo(Status.RESOLVED);

      promote(child);

      assertThat(status(parent)).isEqualTo(Status.CLOSED);
      assertThat(status(child)).isEqualTo(Status.ASSIGNED);
      assertThat(links(parent)).containsExactly("RELATED_TO " + child);
      assertThat(links(child)).containsExactly("RELATED_TO " + parent);
    }

    @Test
    void keepsAParentWaitingForItsOtherChildren() {
      String parent = desk.triaged();
      String child = desk.childOf(parent);
      String other = desk.childOf(parent);
      confirmedWhileStillBroken(parent, child);

      promote(child);

      assertThat(status(parent)).isEqualTo(Status.RESOLVED);
      desk.confirm(other);
      assertThat(status(parent)).isEqualTo(Status.CLOSED);
      assertThat(status(child)).isEqualTo(Status.ASSIGNED);
    }

    @Test
    void isNoLongerResolvedWithIt() {
      String parent = desk.triaged();
      String child = desk.childOf(parent);
      promote(parent);
      desk.restore(parent, Map.of());
      desk.confirm(parent);

      assertThat(desk.jobs(parent)).isEmpty();
      assertThat(status(child)).isEqualTo(Status.ASSIGNED);
      assertThat(status(parent)).isEqualTo(Status.CLOSED);
    }

    @Test
    void endsWhenClassificationAtTriageFindsThatItConcernsSecurity() {
      String parent = desk.triaged();
      String child = desk.reported();
      DESK.as(AGENT);
      DESK.links().link(child, LinkType.CHILD_OF, parent, null);
      desk.triage(child, Map.of("mechanism", "SECURITY_INCIDENT"));

      assertThat(RESTRICTIONS.isRestricted(child)).isTrue();
      assertThat(links(child)).containsExactly("RELATED_TO " + parent);
    }

    @Test
    void isToldInFullInsideAndNamedOutsideInFactsOnlyAboutTheLink() {
      String parent = desk.triaged();
      String middle = desk.childOf(parent);
      String below = desk.childOf(middle);
      promote(middle);

      assertThat(fact(middle, "incident.familyEnded").after())
          .containsEntry("parent", parent)
          .containsEntry("children", List.of(below));
      assertThat(fact(below, "incident.takenFromParent").before()).containsEntry("parent", middle);
      assertThat(fact(parent, "incident.childUnlinked").after()).containsEntry("child", middle);
      for (String outside : List.of(parent, below)) {
        var shown = KnownEntries.to(OUTSIDER, DESK.ledger().of(outside), RESTRICTIONS);
        assertThat(shown)
            .extracting(LedgerEntry::what)
            .doesNotContain("incident.childLinked", "incident.childUnlinked")
            .doesNotContain("incident.takenFromParent");
        assertThat(shown).noneMatch(entry -> entry.toString().contains(middle));
      }
    }

    private LedgerEntry fact(String number, String what) {
      return DESK.ledger().of(number).stream()
          .filter(entry -> entry.what().equals(what))
          .reduce((earlier, later) -> later)
          .orElseThrow();
    }

    @Test
    void takesItsDuplicatesBehindTheLine() {
      String original = desk.triaged();
      String duplicate = desk.triaged();
      DESK.as(AGENT);
      DESK.incidents().reclassify(duplicate, Mechanism.DUPLICATE, original, "The same");
      promote(original);

      assertThat(RESTRICTIONS.isRestricted(duplicate)).isTrue();
      assertThat(RESTRICTIONS.concerned(duplicate)).containsExactly("user:requester");
    }

    /** A process owner's table may find that duplicates concern security as well. */
    @Test
    void isHandledByItselfWhenItIsFoundADuplicateAndAMatterOfSecurityAtOnce() {
      try (var memory = InMemoryDesk.open(new DuplicatesConcernSecurity())) {
        var other = new TriageDesk(memory);
        String original = other.triaged();
        String number = other.reported();
        other.triage(number, Map.of("mechanism", "DUPLICATE", "duplicateOf", original));

        assertThat(memory.restrictions().isRestricted(number)).isTrue();
        assertThat(memory.restrictions().isRestricted(original)).isFalse();
        assertThat(other.incident(number).isOpen()).isTrue();
        assertThat(memory.incidents().links(original))
            .extracting(link -> link.type() + " " + link.number())
            .containsExactly("RELATED_TO " + number);
      }
    }

    @Test
    void doesNotBecomeADuplicateAcrossTheLine() {
      String restricted = desk.triaged();
      String visible = desk.triaged();
      promote(restricted);
      RESTRICTIONS.name(restricted, "user:agent");

      for (var pair : List.of(List.of(restricted, visible), List.of(visible, restricted))) {
        assertThatThrownBy(
                () ->
                    DESK.incidents()
                        .reclassify(pair.get(0), Mechanism.DUPLICATE, pair.get(1), "The same"))
            .isInstanceOfSatisfying(
                Refusal.class,
                refusal -> assertThat(refusal.key()).isEqualTo("incident.restricted-duplicate"));
      }
    }
  }

  @Nested
  class HandingItOver {

    @Test
    void makesTheNewGroupConcernedInThePlaceOfTheOldOne() {
      String number = desk.reported();
      DESK.incidents()
          .reclassify(number, Mechanism.SECURITY_INCIDENT, null, "A password was given away");
      DESK.incidents().handOver(number, "third-level", "Please look");

      assertThat(RESTRICTIONS.concerned(number))
          .containsExactly("group:third-level", "user:requester");
      assertThat(desk.groups(desk.task(number))).containsExactly("third-level");
    }
  }

  @Nested
  class Escalating {

    @Test
    void tellsThoseItConcernsAndTheCustodianForTheOthersAndTheFactsSayWho() {
      String number = desk.reported(Impact.HIGH, Urgency.HIGH);
      restrict(number, "service-desk");
      DESK.letTimePass(number, MONDAY_NINE.plus(Duration.ofDays(4)));

      List<Told> told =
          DESK.notifications().told().stream()
              .filter(one -> one.notification().record().equals(number))
              .filter(one -> one.notification().template().startsWith("sla-"))
              .toList();
      assertThat(told)
          .isNotEmpty()
          .allSatisfy(
              one -> {
                assertThat(one.recipient())
                    .isIn(
                        "user:requester",
                        "group:service-desk",
                        "group:second-level",
                        "group:third-level",
                        "group:security-team");
                assertThat(one.notification().values().values()).doesNotContain(TITLE, "E-mail");
              });
      assertThat(told).extracting(Told::recipient).contains("group:security-team");
      assertThat(recipientsOfFacts(number))
          .containsAll(told.stream().map(Told::recipient).toList())
          .doesNotContain("user:incident-manager", "group:top-management");
    }

    @SuppressWarnings("unchecked")
    private Set<String> recipientsOfFacts(String number) {
      return DESK.ledger().of(number).stream()
          .filter(entry -> entry.what().equals("escalation.acted"))
          .map(LedgerEntry::after)
          .flatMap(after -> ((List<String>) after.get("recipients")).stream())
          .collect(java.util.stream.Collectors.toSet());
    }
  }

  @Nested
  class ForOthers {

    @Test
    void aHiddenRecordIsAnUnknownOne() {
      String hidden = desk.reported();
      restrict(hidden, "security-team");
      String number = desk.reported();

      var refused = refusal(number, hidden);
      assertThat(refused).contains("incident.unknown-duplicate");
      assertThat(refused.replace(hidden, "N"))
          .isEqualTo(refusal(number, "INC-999999").replace("INC-999999", "N"));
      assertThat(DESK.incidents().links(hidden)).isEmpty();
    }

    private String refusal(String number, String original) {
      var message = new StringBuilder();
      assertThatThrownBy(
              () -> desk.triage(number, Map.of("mechanism", "DUPLICATE", "duplicateOf", original)))
          .satisfies(thrown -> message.append(thrown.getMessage()));
      return message.toString();
    }

    @Test
    void thoseItConcernsFindIt() {
      String original = desk.reported();
      restrict(original, "service-desk");
      String number = desk.reported();
      restrict(number, "service-desk");
      desk.triage(number, Map.of("mechanism", "DUPLICATE", "duplicateOf", original));

      assertThat(DESK.incidents().links(number)).hasSize(1);
    }
  }

  @Nested
  class InTheEngine {

    private final Actor admin = new Actor("admin", Set.of("camunda-admin"));

    private <T> T as(Actor actor, java.util.function.Supplier<T> call) {
      DESK.engine().getIdentityService().setAuthentication(actor.id(), List.copyOf(actor.groups()));
      try {
        return call.get();
      } finally {
        DESK.engine().getIdentityService().clearAuthentication();
      }
    }

    private Map<String, Object> form(Actor actor, String number) {
      var task = desk.task(number).getId();
      return as(actor, () -> DESK.engine().getFormService().getTaskFormVariables(task));
    }

    @Test
    void formsShowTheRecordToThoseItConcernsOnly() {
      String number = desk.reported();
      assertThat(form(admin, number)).containsEntry("title", TITLE);
      restrict(number, "service-desk");

      assertThat(form(AGENT, number)).containsEntry("title", TITLE);
      assertThat(form(admin, number).values())
          .doesNotContain(TITLE, number, "requester", "Since nine o'clock");
    }

    @Test
    void nobodyElseTakesOrCompletesItsTasks() {
      String number = desk.reported();
      restrict(number, "service-desk");
      String task = desk.task(number).getId();
      var tasks = DESK.engine().getTaskService();

      var steps =
          Map.<String, Runnable>of(
              "engine.restricted-record", () -> tasks.claim(task, "admin"),
              "task.not-offered", () -> tasks.complete(task, Map.of()));
      steps.forEach(
          (key, step) ->
              assertThatThrownBy(
                      () ->
                          as(
                              admin,
                              () -> {
                                step.run();
                                return null;
                              }))
                  .hasMessageContaining(key));
      assertThat(desk.task(number).getAssignee()).isNull();
    }

    @Test
    void nobodyWritesWhatWouldNotBeRestricted() {
      String number = desk.reported();
      var tasks = DESK.engine().getTaskService();
      String task = desk.task(number).getId();
      String run = desk.incident(number).run().instance();
      as(AGENT, () -> tasks.createComment(task, run, "Before"));
      restrict(number, "service-desk");

      assertThatThrownBy(() -> as(AGENT, () -> tasks.createComment(task, null, "Secret")))
          .hasMessageContaining("engine.restricted-text");
      assertThatThrownBy(() -> as(AGENT, () -> tasks.createComment(null, run, "Secret")))
          .hasMessageContaining("engine.restricted-text");
      assertThatThrownBy(
              () ->
                  as(
                      AGENT,
                      () -> tasks.createAttachment("x", task, null, "Secret", null, "http://x")))
          .hasMessageContaining("engine.restricted-text");
    }

    @Test
    void theSuiteItselfIsNotAsked() {
      String number = desk.reported();
      restrict(number, "service-desk");
      String task = desk.task(number).getId();

      as(
          admin,
          () ->
              EngineCalls.internally(
                  () -> {
                    DESK.engine().getTaskService().claim(task, "agent");
                    return null;
                  }));

      assertThat(desk.task(number).getAssignee()).isEqualTo("agent");
    }
  }
}
