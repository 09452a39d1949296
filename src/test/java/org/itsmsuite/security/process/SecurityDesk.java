package org.itsmsuite.security.process;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.itsmsuite.calendar.ConfiguredCalendars;
import org.itsmsuite.calendar.InMemoryCalendarVersions;
import org.itsmsuite.catalogue.ConfiguredCatalogue;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.duty.DutyRegister;
import org.itsmsuite.duty.GrantedExceptions;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.EngineClock;
import org.itsmsuite.engine.RecordAudience;
import org.itsmsuite.engine.decision.EngineDecisions;
import org.itsmsuite.engine.release.InMemoryReleaseStore;
import org.itsmsuite.engine.release.ModelRelease;
import org.itsmsuite.engine.setup.EngineCollaborators;
import org.itsmsuite.engine.setup.EngineSettings;
import org.itsmsuite.engine.setup.InMemoryEngine;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.ConferredGroups;
import org.itsmsuite.identity.ConfiguredSupportGroups;
import org.itsmsuite.identity.DemoAccount;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.ledger.InMemoryLedger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.notification.InMemoryNotifications;
import org.itsmsuite.notification.NotificationTemplates;
import org.itsmsuite.restriction.Custodian;
import org.itsmsuite.restriction.InMemoryRestrictions;
import org.itsmsuite.security.NewSecurityIncident;
import org.itsmsuite.security.ReviewDuty;
import org.itsmsuite.security.SecurityCircle;
import org.itsmsuite.security.SecurityDeadlines;
import org.itsmsuite.security.SecurityDesks;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecurityIncidents;
import org.itsmsuite.security.store.InMemoryDeadlineStore;
import org.itsmsuite.security.store.InMemorySecurityStore;
import org.springframework.transaction.support.TransactionOperations;

/** A security team in memory, without Spring, and what its people do; stories use these verbs. */
final class SecurityDesk {

  static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z"); // 09:00 in Amsterdam
  static final Actor OFFICER = new Actor("security-officer", Set.of("security-team"));
  static final Actor SECOND_OFFICER = new Actor("second-officer", Set.of("security-team"));
  static final Actor INCIDENT_MANAGER = new Actor("incident-manager", Set.of("incident-managers"));
  static final Actor AGENT = new Actor("agent", Set.of("service-desk"));
  static final Actor ADMIN = new Actor("admin", Set.of("camunda-admin"));

  /** A message that left, as another practice would get it. */
  record Left(String message, Map<String, String> details) {}

  final InMemorySecurityStore store = new InMemorySecurityStore();
  final InMemoryNotifications notifications =
      new InMemoryNotifications(new NotificationTemplates(new FolderContent(Path.of(""))));
  final InMemoryRestrictions restrictions;
  final InMemoryLedger ledger;
  final SecurityIncidents incidents;
  final SecurityCircle circle;
  final SecurityDeadlines deadlines;
  final ProcessEngine engine;
  final Map<String, Left> left = new LinkedHashMap<>();
  private final SecurityBeans beans = new SecurityBeans();
  private Actor actor = Actor.SYSTEM;
  private SecurityTaskFacts facts;
  private SecurityTimerDates dates;

  /**
   * @param covered whether the engine tells the coverage extension what it passes
   */
  SecurityDesk(boolean covered) {
    var content = new FolderContent(Path.of(""));
    var time = new EngineClock();
    var access = Access.read(content);
    var groups = new ConfiguredSupportGroups(content);
    var catalogue = new ConfiguredCatalogue(content, groups);
    ledger = new InMemoryLedger(() -> actor, time);
    restrictions = new InMemoryRestrictions(access, time);
    var configuration =
        InMemoryEngine.configuration(
            new EngineCollaborators(
                beans,
                () -> List.of(dates),
                List::of,
                () -> List.of(facts),
                () -> ledger,
                new RecordAudience(
                    () -> restrictions, () -> Custodian.checked("security-team", access)),
                () ->
                    new Duties(
                        DutyRegister.read(content),
                        () -> List.of(new ReviewDuty(store)),
                        GrantedExceptions.NONE,
                        () -> ConferredGroups.NONE,
                        () -> actor,
                        ledger),
                () -> null),
            EngineSettings.forTests());
    if (covered) {
      ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
    }
    engine = configuration.buildProcessEngine();
    var parts =
        new SecurityDesks(
            store,
            new InMemoryDeadlineStore(),
            new DmnSecurityRules(new EngineDecisions(engine)),
            new ConfiguredCalendars(content, new InMemoryCalendarVersions(), time),
            new SecurityProcess(engine.getRuntimeService(), engine.getTaskService()),
            restrictions,
            access,
            SecurityDesk::groupsOf,
            groups,
            catalogue,
            () -> actor,
            ledger,
            notifications,
            time,
            (from, message, details) -> {
              left.put(message, new Left(message, details));
              return Optional.empty();
            });
    incidents = parts.incidents();
    circle = parts.circle();
    deadlines = parts.deadlines();
    facts =
        new SecurityTaskFacts(
            parts.steps(), catalogue, restrictions, () -> actor, java.time.ZoneOffset.UTC);
    dates = new SecurityTimerDates(deadlines);
    beans.publish(parts.steps(), deadlines, engine.getRepositoryService());
    new ModelRelease(
            engine.getRepositoryService(),
            new InMemoryReleaseStore(),
            () -> ledger,
            () -> () -> actor,
            time,
            "in memory",
            TransactionOperations.withoutTransaction())
        .releaseAll(content);
  }

  private static Set<String> groupsOf(String account) {
    return DemoAccount.ALL.stream()
        .filter(one -> one.name().equals(account))
        .flatMap(one -> one.groups().stream())
        .collect(Collectors.toSet());
  }

  /** The extension takes its engine from a configuration; this one gives it the desk's. */
  ProcessEngineCoverageExtension demanding(double coverage) {
    var standing =
        new StandaloneInMemProcessEngineConfiguration() {
          @Override
          public ProcessEngine buildProcessEngine() {
            return engine;
          }
        };
    return ProcessEngineCoverageExtension.builder(standing)
        .assertClassCoverageAtLeast(coverage)
        .build();
  }

  void close() {
    InMemoryEngine.stop(engine);
    ClockUtil.reset();
  }

  void at(Instant now) {
    ClockUtil.setCurrentTime(Date.from(now));
  }

  void as(Actor person) {
    actor = person;
  }

  String raised() {
    return raised(MONDAY_NINE);
  }

  String raised(Instant reportedAt) {
    at(MONDAY_NINE);
    as(OFFICER);
    return incidents
        .raise(
            new NewSecurityIncident(
                "The key of the archive is gone", "Since Friday", "facility", null, reportedAt))
        .number();
  }

  /** An incident is suspected; the number of the security incident beside it. */
  String taken(Incident incident) {
    as(Actor.SYSTEM);
    return incidents.take(incident, "incident.securitySuspected").orElseThrow();
  }

  /** What an assessment says unless a story says otherwise: P2, data about people, to be told. */
  static Map<String, Object> threat(Object... otherwise) {
    Map<String, Object> values = new HashMap<>();
    values.put("finding", "SECURITY_EVENT");
    values.put("probability", "MEDIUM");
    values.put("confidentiality", "HIGH");
    values.put("integrity", "LOW");
    values.put("accessibility", "NONE");
    values.put("personalData", "YES");
    values.put("notifyOutside", "YES");
    return changed(values, otherwise);
  }

  static Map<String, Object> values(Object... pairs) {
    return changed(new HashMap<>(), pairs);
  }

  private static Map<String, Object> changed(Map<String, Object> values, Object... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
    }
    return values;
  }

  void assess(String number, Map<String, Object> values) {
    as(OFFICER);
    complete(number, "userTask_assessSecurityEvent", values);
  }

  String assessed() {
    String number = raised();
    assess(number, threat());
    return number;
  }

  void contain(String number) {
    as(OFFICER);
    complete(
        number,
        "userTask_containSecurityIncident",
        values("result", "CONTAINED", "resolution", "Changed the locks"));
  }

  void tellThoseOutside(String number) {
    as(OFFICER);
    complete(
        number,
        "userTask_notifyOutside",
        values("result", "NOTIFIED", "notification", "The authority, by its form, at noon"));
  }

  String resolved() {
    String number = assessed();
    contain(number);
    tellThoseOutside(number);
    return number;
  }

  static Map<String, Object> review(String causeLeft, String improvement) {
    return values(
        "kind", "PHYSICAL",
        "volume", "One key, 200 files",
        "effect", "Nobody was seen in the archive",
        "lessons", "Keys are counted every evening",
        "causeLeft", causeLeft,
        "improvement", improvement);
  }

  void complete(String number, String key, Map<String, Object> values) {
    engine.getTaskService().complete(task(number, key).getId(), values);
  }

  Task task(String number, String key) {
    return tasks(number).stream()
        .filter(one -> one.getTaskDefinitionKey().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No task " + key + " of " + number));
  }

  List<Task> tasks(String number) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(incident(number).run().instance())
        .list();
  }

  List<String> open(String number) {
    return tasks(number).stream().map(Task::getTaskDefinitionKey).sorted().toList();
  }

  List<String> offeredTo(Task task) {
    return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
        .filter(link -> link.getType().equals("candidate"))
        .map(
            (IdentityLink link) -> link.getGroupId() == null ? link.getUserId() : link.getGroupId())
        .sorted()
        .toList();
  }

  SecurityIncident incident(String number) {
    return incidents.find(number);
  }

  ProcessInstance process(String number) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(incident(number).run().instance())
        .singleResult();
  }

  boolean hasPassed(String number, String activity) {
    return engine
            .getHistoryService()
            .createHistoricActivityInstanceQuery()
            .processInstanceId(incident(number).run().instance())
            .activityId(activity)
            .finished()
            .count()
        > 0;
  }

  /** Fires the record's timer of that name in the model, at the instant it is due. */
  Instant fire(String number, String event) {
    Job job =
        engine
            .getManagementService()
            .createJobQuery()
            .processInstanceId(incident(number).run().instance())
            .activityId(event)
            .singleResult();
    Instant due = job.getDuedate().toInstant();
    at(due);
    Actor before = actor;
    as(Actor.SYSTEM);
    EngineCalls.internally(() -> engine.getManagementService().executeJob(job.getId()));
    as(before);
    return due;
  }

  Instant timer(String number, String event) {
    return engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(incident(number).run().instance())
        .activityId(event)
        .singleResult()
        .getDuedate()
        .toInstant();
  }

  List<String> factsOf(String number) {
    return ledger.of(number).stream().map(LedgerEntry::what).toList();
  }

  List<String> told(String number) {
    return notifications.told().stream()
        .filter(one -> one.notification().record().equals(number))
        .map(one -> one.notification().template() + " " + one.recipient())
        .toList();
  }

  /** What those were told whom no record concerns. */
  List<String> toldOfNoRecord() {
    return notifications.told().stream()
        .filter(one -> one.notification().record().equals(SecurityIncidents.PRACTICE))
        .map(one -> one.notification().template() + " " + one.recipient())
        .toList();
  }

  long storedVariables() {
    return engine.getRuntimeService().createVariableInstanceQuery().count();
  }
}
