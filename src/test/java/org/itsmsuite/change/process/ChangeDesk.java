package org.itsmsuite.change.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.itsmsuite.change.Action;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeDesks;
import org.itsmsuite.change.ChangeDuties;
import org.itsmsuite.change.ChangeSettings;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.ChangeTemplates;
import org.itsmsuite.change.Changes;
import org.itsmsuite.change.Decision;
import org.itsmsuite.change.Impact;
import org.itsmsuite.change.Implementation;
import org.itsmsuite.change.MoreFacts;
import org.itsmsuite.change.NewChange;
import org.itsmsuite.change.Outcome;
import org.itsmsuite.change.StandIns;
import org.itsmsuite.change.Subject;
import org.itsmsuite.change.Template;
import org.itsmsuite.change.Verdict;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.store.InMemoryChangeStore;
import org.itsmsuite.change.store.InMemoryTemplateStore;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.duty.DutyHolders;
import org.itsmsuite.duty.DutyRegister;
import org.itsmsuite.duty.GrantedExceptions;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.EngineClock;
import org.itsmsuite.engine.RecordAudience;
import org.itsmsuite.engine.TaskFacts;
import org.itsmsuite.engine.TimerDates;
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
import org.itsmsuite.ledger.InMemoryLedger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.notification.InMemoryNotifications;
import org.itsmsuite.notification.NotificationTemplates;
import org.itsmsuite.restriction.Custodian;
import org.itsmsuite.restriction.InMemoryRestrictions;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Change management in memory, without Spring, and what its people do; stories use these verbs.
 * Parts stand in for those that a story does not name; a slice publishes the beans of its own part,
 * and adds what the engine asks of it to the lists.
 */
public final class ChangeDesk {

  public static final Instant MONDAY_NINE =
      Instant.parse("2026-03-02T08:00:00Z"); // 09:00 in Amsterdam
  public static final Window SATURDAY =
      new Window(Instant.parse("2026-03-07T20:00:00Z"), Instant.parse("2026-03-07T22:00:00Z"));
  public static final Actor REQUESTER = new Actor("requester", Set.of("customers"));
  public static final Actor MANAGER = new Actor("change-manager", Set.of("change-managers"));
  public static final Actor SOMEBODY_ASKED =
      new Actor(
          "specialist",
          Set.of(
              "change-managers",
              "process-owners",
              "security-team",
              "service-level-managers",
              "third-level"));

  public final InMemoryChangeStore store = new InMemoryChangeStore();
  public final InMemoryTemplateStore templateStore = new InMemoryTemplateStore();
  public final ChangeTemplates templates;
  public final InMemoryNotifications notifications =
      new InMemoryNotifications(new NotificationTemplates(new FolderContent(Path.of(""))));
  public final InMemoryLedger ledger;
  public final InMemoryRestrictions restrictions;
  public final Changes changes;
  public final ChangeSteps steps;
  public final ProcessEngine engine;
  public final ModelRelease released;
  public final ChangeDesks.Neighbours others = new ChangeDesks.Neighbours();
  public final ChangeBeans beans = new ChangeBeans();

  /** What the engine asks of slices. */
  public final List<TaskFacts> taskFacts = new ArrayList<>();

  public final List<MoreFacts> moreFacts = new ArrayList<>();
  public final List<TimerDates> dates = new ArrayList<>();
  public final List<DutyHolders> holders = new ArrayList<>();
  private Actor actor = Actor.SYSTEM;
  ChangeTaskFacts facts;

  /**
   * @param covered whether the engine tells the coverage extension what it passes
   */
  public ChangeDesk(boolean covered) {
    this(covered, new StandIns());
  }

  /**
   * @param content such as stand-ins for all parts but one
   */
  public ChangeDesk(boolean covered, ContentSource content) {
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
                () -> dates,
                List::of,
                () -> taskFacts,
                () -> ledger,
                new RecordAudience(
                    () -> restrictions, () -> Custodian.checked("security-team", access)),
                () -> duties(content),
                () -> null),
            EngineSettings.forTests());
    if (covered) {
      ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
    }
    engine = configuration.buildProcessEngine();
    var parts =
        new ChangeDesks(
            store,
            templateStore,
            () -> duties(content),
            new DmnChangeRules(new EngineDecisions(engine)),
            new ConfiguredCalendars(content, new InMemoryCalendarVersions(), time),
            new ChangeProcess(engine.getRuntimeService()),
            catalogue,
            groups,
            restrictions,
            () -> actor,
            ledger,
            notifications,
            time,
            new ChangeSettings(Duration.ofDays(180), Set.of("safe")),
            others);
    changes = parts.changes();
    templates = parts.templates();
    steps = parts.steps();
    holders.add(new ChangeDuties(store));
    holders.add(ChangeTemplates.authors(templateStore));
    facts =
        new ChangeTaskFacts(
            steps,
            () -> others.items,
            restrictions,
            () -> actor,
            engine.getTaskService(),
            moreFacts,
            ZoneId.of("Europe/Amsterdam"));
    taskFacts.add(facts);
    beans.publish(steps, parts.facts(), restrictions, engine.getRepositoryService());
    released =
        new ModelRelease(
            engine.getRepositoryService(),
            new InMemoryReleaseStore(),
            () -> ledger,
            () -> () -> actor,
            time,
            "in memory",
            TransactionOperations.withoutTransaction());
    released.releaseAll(content);
  }

  /** The separation of duties, as the engine asks it. */
  public Duties duties() {
    return duties(new FolderContent(Path.of("")));
  }

  private Duties duties(ContentSource content) {
    return new Duties(
        DutyRegister.read(content),
        () -> holders,
        GrantedExceptions.NONE,
        () -> ConferredGroups.NONE,
        () -> actor,
        ledger);
  }

  /** The extension takes its engine from a configuration; this one gives it the desk's. */
  public ProcessEngineCoverageExtension demanding(double coverage) {
    return demanding(
        coverage,
        "change-decision",
        "change-vote",
        "change-scheduling",
        "change-implementation",
        "change-review");
  }

  /**
   * The same.
   *
   * @param others keys of processes that do not count
   */
  public ProcessEngineCoverageExtension demanding(double coverage, String... others) {
    var standing =
        new StandaloneInMemProcessEngineConfiguration() {
          @Override
          public ProcessEngine buildProcessEngine() {
            return engine;
          }
        };
    return ProcessEngineCoverageExtension.builder(standing)
        .excludeProcessDefinitionKeys(others)
        .assertClassCoverageAtLeast(coverage)
        .build();
  }

  /** What the form of a task shows to who acts now. */
  public Map<String, Object> form(String number, String task) {
    return facts.of(number, task);
  }

  /** The same, of a task that is one of several alike. */
  public Map<String, Object> facts(String number, Task task) {
    return facts.of(number, task.getTaskDefinitionKey(), task.getId());
  }

  public void close() {
    InMemoryEngine.stop(engine);
    ClockUtil.reset();
  }

  public void at(Instant now) {
    ClockUtil.setCurrentTime(Date.from(now));
  }

  public void as(Actor person) {
    actor = person;
  }

  /** Who acts now. */
  public Actor actor() {
    return actor;
  }

  /** What a request asks for unless a story says otherwise: a component, medium impact. */
  public static Asked asked() {
    return new Asked();
  }

  /** A request for change in the making. */
  public static final class Asked {
    private Subject subject = Subject.COMPONENT;
    private Action action = Action.MODIFY;
    private Impact impact = Impact.MEDIUM;
    private String emergency;
    private String cause;
    private List<String> items = List.of("mail-server");
    private Window window = SATURDAY;
    private String backOut = "Start the old one again";
    private String implementer;
    private String template;

    public Asked by(String templateId) {
      template = templateId;
      return this;
    }

    public Asked about(Subject what, Action how, Impact expected) {
      subject = what;
      action = how;
      impact = expected;
      return this;
    }

    public Asked urgent(String why) {
      emergency = why;
      return this;
    }

    public Asked touching(String... ids) {
      items = List.of(ids);
      return this;
    }

    public Asked in(Window other) {
      window = other;
      return this;
    }

    public Asked withoutBackOut() {
      backOut = null;
      return this;
    }

    public NewChange made() {
      return new NewChange(
          "Replace the mail server",
          "The old one is slow",
          "Mail comes late",
          "Mail comes in time",
          null,
          null,
          "email",
          subject,
          action,
          impact,
          emergency,
          cause,
          template,
          items,
          window == null ? null : window.from(),
          window == null ? null : window.to(),
          "Stop the old one, start the new one",
          "Send a mail",
          backOut,
          "third-level",
          implementer);
    }
  }

  public static final Actor APPROVER = new Actor("process-approver", Set.of("process-approvers"));

  /** A template for restarting the mail server, released until Easter. */
  public String released(String id, String... items) {
    at(MONDAY_NINE);
    as(MANAGER);
    var text =
        new Template.Text(
            "Restart the mail server",
            null,
            "email",
            Subject.COMPONENT,
            Action.MODIFY,
            Impact.LOW,
            List.of(items),
            "Press the button",
            null,
            "Press it again",
            "second-level");
    int version = templates.draft(id, text).version();
    as(APPROVER);
    templates.release(id, version, Instant.parse("2026-04-05T00:00:00Z"));
    return id;
  }

  public String requested() {
    return requested(asked());
  }

  public String requested(Asked asked) {
    at(MONDAY_NINE);
    as(REQUESTER);
    return changes.request(asked.made()).number();
  }

  /** All views are given; unless a story says otherwise nothing is remarkable. */
  public void assess(String number, Object... otherwise) {
    as(SOMEBODY_ASKED);
    for (Task task : tasks(number)) {
      if (task.getTaskDefinitionKey().equals("userTask_assessChange")) {
        Map<String, Object> values = new HashMap<>();
        values.put("result", "ASSESSED");
        values.put("impact", "LOW");
        values.put("text", "Nothing remarkable");
        if (kind(task).equals("RISK")) {
          values.put("probability", "LOW");
          values.put("tested", "YES");
          values.put("backOutTested", "YES");
        }
        for (int i = 0; i < otherwise.length; i += 2) {
          if (values.containsKey(otherwise[i])) {
            values.put((String) otherwise[i], otherwise[i + 1]);
          }
        }
        engine.getTaskService().complete(task.getId(), values);
      }
    }
  }

  public String kind(Task task) {
    return (String) engine.getTaskService().getVariable(task.getId(), "assessment");
  }

  public String assessed() {
    return assessed(asked());
  }

  public String assessed(Asked asked) {
    String number = requested(asked);
    assess(number);
    return number;
  }

  public void decide(String number, Verdict verdict, Instant until) {
    as(MANAGER);
    steps.decided(
        number, new Decision(verdict, "So it was decided", until, null, "cab-decision:1"));
    complete(number, "userTask_decide", Map.of());
  }

  public String approved() {
    String number = assessed();
    decide(number, Verdict.APPROVED, null);
    return number;
  }

  public void schedule(String number) {
    as(MANAGER);
    steps.scheduled(number, SATURDAY);
    complete(number, "userTask_schedule", Map.of());
  }

  public String scheduled() {
    String number = approved();
    schedule(number);
    return number;
  }

  public void implement(String number, Implementation how) {
    at(SATURDAY.from());
    as(MANAGER);
    if (how != Implementation.NOT_STARTED) {
      steps.implementationStarted(number);
    }
    steps.implemented(number, how, "As planned");
    complete(number, "userTask_implement", Map.of());
  }

  public void review(String number, Outcome outcome) {
    as(MANAGER);
    steps.reviewed(number, outcome, "We looked at it");
    complete(number, "userTask_review", Map.of());
  }

  public void complete(String number, String key, Map<String, Object> values) {
    engine.getTaskService().complete(task(number, key).getId(), values);
  }

  public Task task(String number, String key) {
    return tasks(number).stream()
        .filter(one -> one.getTaskDefinitionKey().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No task " + key + " of " + number));
  }

  /** Those of the process and of the parts that it has called. */
  public List<Task> tasks(String number) {
    return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).list();
  }

  public List<String> open(String number) {
    return tasks(number).stream().map(Task::getTaskDefinitionKey).distinct().sorted().toList();
  }

  public List<String> offeredTo(Task task) {
    return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId)
        .sorted()
        .toList();
  }

  public Change change(String number) {
    return changes.find(number);
  }

  public ProcessInstance process(String number) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(change(number).run().instance())
        .singleResult();
  }

  public boolean hasPassed(String number, String activity) {
    return engine
            .getHistoryService()
            .createHistoricActivityInstanceQuery()
            .processInstanceId(change(number).run().instance())
            .activityId(activity)
            .finished()
            .count()
        > 0;
  }

  /** Fires the timer of that name in the model, of the record or of a part, when it is due. */
  public void fire(String event) {
    for (Job job :
        engine.getManagementService().createJobQuery().activityId(event).active().list()) {
      at(job.getDuedate().toInstant());
      Actor before = actor;
      as(Actor.SYSTEM);
      EngineCalls.internally(() -> engine.getManagementService().executeJob(job.getId()));
      as(before);
    }
  }

  public List<String> factsOf(String number) {
    return ledger.of(number).stream().map(LedgerEntry::what).toList();
  }

  public List<String> told(String number) {
    return notifications.told().stream()
        .filter(one -> one.notification().record().equals(number))
        .map(one -> one.notification().template() + " " + one.recipient())
        .toList();
  }

  /** Names of the variables that the engine has stored. */
  public Set<String> storedVariables() {
    var names = new java.util.TreeSet<String>();
    engine
        .getRuntimeService()
        .createVariableInstanceQuery()
        .list()
        .forEach(one -> names.add(one.getName()));
    return names;
  }
}
