package org.itsmsuite.replay.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.calendar.ConfiguredCalendars;
import org.itsmsuite.calendar.InMemoryCalendarVersions;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.ConfiguredCatalogue;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.deputy.StandIns;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.duty.DutyRegister;
import org.itsmsuite.duty.GrantedExceptions;
import org.itsmsuite.engine.EngineClock;
import org.itsmsuite.engine.RecordAudience;
import org.itsmsuite.engine.decision.EngineDecisions;
import org.itsmsuite.engine.restriction.RestrictedTasks;
import org.itsmsuite.engine.setup.EngineCollaborators;
import org.itsmsuite.engine.setup.EngineSettings;
import org.itsmsuite.engine.setup.InMemoryEngine;
import org.itsmsuite.escalation.Escalations;
import org.itsmsuite.escalation.process.DmnEscalationTable;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.ConferredGroups;
import org.itsmsuite.identity.ConfiguredSupportGroups;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.incident.ConfirmationDuty;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentDeadlines;
import org.itsmsuite.incident.IncidentLinks;
import org.itsmsuite.incident.IncidentNews;
import org.itsmsuite.incident.IncidentSteps;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.Run;
import org.itsmsuite.incident.SimilarIncidents;
import org.itsmsuite.incident.major.Majors;
import org.itsmsuite.incident.major.ReviewDuty;
import org.itsmsuite.incident.process.DmnIncidentRules;
import org.itsmsuite.incident.process.IncidentTaskFacts;
import org.itsmsuite.incident.process.IncidentTriage;
import org.itsmsuite.ledger.InMemoryLedger;
import org.itsmsuite.notification.ConcernedRecipients;
import org.itsmsuite.notification.InMemoryNotifications;
import org.itsmsuite.notification.NotificationTemplates;
import org.itsmsuite.notification.RestrictedNotifications;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.replay.Desk;
import org.itsmsuite.restriction.Custodian;
import org.itsmsuite.restriction.InMemoryRestrictions;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.servicelevel.Agreements;
import org.itsmsuite.sla.Clocks;
import org.itsmsuite.sla.Coverage;
import org.itsmsuite.sla.Pause;
import org.itsmsuite.sla.process.DmnTargetTable;
import org.itsmsuite.sla.process.EngineClockTimers;
import org.itsmsuite.sla.process.SlaClocks;
import org.itsmsuite.sla.store.InMemoryClockStore;

/**
 * A whole service desk in memory, without Spring: the suite's engine, the released models, tables
 * and forms of a content, and the services behind them. For the replay and for process tests.
 *
 * <p>One thread, and one desk at a time: the engine's clock, which it sets, is one for all engines
 * of the JVM. Whoever opens a desk closes it, which also gives the clock back.
 */
public final class InMemoryDesk implements Desk {

  private static final Custodian CUSTODIAN = new Custodian("security-team");

  private final InMemoryLedger ledger;
  private final InMemoryNotifications notifications;
  private final InMemoryRestrictions restrictions;
  private final OpenIncidents incidentStore = new OpenIncidents();
  private final InMemoryClockStore clockStore = new InMemoryClockStore();
  private final Catalogue catalogue;
  private final ProcessEngine engine;
  private final DeskTasks work;
  private final RuntimeTables tables;
  private final TaskService tasks;
  private final Incidents incidents;
  private final DeskFamilies families;
  private final Clocks clocks;
  private final DeskTimers timers;
  private final MajorDesk major;
  private final DeskBeans beans = new DeskBeans();
  private Actor actor = Actor.SYSTEM;

  /** A desk for process tests: all history, the content's groups and services. */
  public static InMemoryDesk open(ContentSource content) {
    return open(content, engine -> engine);
  }

  /**
   * @param change changes the engine's configuration before it is built, as coverage needs
   */
  public static InMemoryDesk open(
      ContentSource content, UnaryOperator<ProcessEngineConfigurationImpl> change) {
    var groups = new ConfiguredSupportGroups(content);
    var catalogue = new ConfiguredCatalogue(content, groups);
    return new InMemoryDesk(
        content,
        EngineSettings.forTests(),
        groups,
        catalogue,
        Agreements.read(content, catalogue, groups),
        true,
        change);
  }

  /** A desk for the replay: no history, and agreements hold for what was before them too. */
  public static InMemoryDesk forReplay(
      ContentSource content, SupportGroups groups, Catalogue catalogue) {
    return new InMemoryDesk(
        content,
        EngineSettings.forReplay(),
        groups,
        catalogue,
        Coverage.ALWAYS,
        false,
        InMemoryDesk::fast);
  }

  /**
   * H2 parses a statement once, not each time; its default keeps 8 of them, the engine uses more.
   */
  private static ProcessEngineConfigurationImpl fast(ProcessEngineConfigurationImpl engine) {
    engine.setJdbcUrl(engine.getJdbcUrl() + ";QUERY_CACHE_SIZE=1024");
    return engine;
  }

  private InMemoryDesk(
      ContentSource content,
      EngineSettings settings,
      SupportGroups groups,
      Catalogue catalogue,
      Coverage coverage,
      boolean keepsDutiesApart,
      UnaryOperator<ProcessEngineConfigurationImpl> change) {
    this.catalogue = catalogue;
    // What is told in a test has to be whole; a replay tells nobody.
    this.notifications =
        new InMemoryNotifications(keepsDutiesApart ? new NotificationTemplates(content) : null);
    var time = new EngineClock();
    ledger = new InMemoryLedger(this::actor, time);
    var access = Access.read(content);
    restrictions = new InMemoryRestrictions(access, time);
    var audience = new RecordAudience(() -> restrictions, () -> CUSTODIAN);
    var late = new Late();
    var lateMajor = new Late();
    engine =
        change
            .apply(
                InMemoryEngine.configuration(
                    separated(content, keepsDutiesApart)
                        .withTimerDates(late, lateMajor)
                        .withTaskFacts(late, lateMajor)
                        .withAudience(audience),
                    settings))
            .buildProcessEngine();
    tasks = engine.getTaskService();
    work = new DeskTasks(engine);
    tables = new RuntimeTables(engine.getProcessEngineConfiguration().getDataSource());
    var flow =
        new IncidentTriage(
            engine.getRuntimeService(), tasks, new RestrictedTasks(engine, audience));
    var messages =
        new RestrictedNotifications(
            new ConcernedRecipients(restrictions, account -> Set.of()), CUSTODIAN, notifications);
    var news = new IncidentNews(messages, catalogue);
    var decisions = new EngineDecisions(engine);
    var escalationTable = new DmnEscalationTable(decisions);
    var calendars = new ConfiguredCalendars(content, new InMemoryCalendarVersions(), time);
    clocks =
        new Clocks(
            clockStore,
            new DmnTargetTable(decisions),
            coverage,
            calendars,
            escalationTable,
            new EngineClockTimers(
                engine.getManagementService(), tasks, engine.getRepositoryService()),
            ledger,
            time);
    var deadlines = new IncidentDeadlines(new DmnIncidentRules(decisions), clocks);
    families =
        DeskFamilies.of(incidentStore, restrictions, this::actor, flow, clocks, ledger, time);
    var steps =
        new IncidentSteps(
            incidentStore,
            clocks,
            flow,
            deadlines,
            catalogue,
            groups,
            this::actor,
            access,
            ledger,
            time,
            news,
            (from, message) -> Optional.empty(),
            restrictions,
            this::company);
    incidents =
        new Incidents(
            incidentStore,
            flow,
            catalogue,
            groups,
            this::actor,
            ledger,
            time,
            news,
            families.steps(),
            families.restricted().apply(steps)::suspect);
    var escalations =
        new Escalations(
            clocks,
            escalationTable,
            List.of(steps),
            groups,
            StandIns.EVERYBODY_PRESENT,
            messages,
            ledger);
    var sla = new SlaClocks(clocks);
    late.are(sla, new IncidentTaskFacts(steps, catalogue, SimilarIncidents.NONE));
    beans.addIncident(
        steps,
        restrictions,
        families,
        deadlines,
        escalations,
        sla,
        catalogue,
        engine.getRepositoryService());
    major =
        new MajorDesk(
            engine,
            steps,
            incidentStore,
            flow,
            clocks,
            calendars,
            decisions,
            catalogue,
            groups,
            restrictions,
            messages,
            access,
            this::actor,
            ledger,
            time);
    lateMajor.are(major.timerDates, major.taskFacts);
    beans.addMajor(major, restrictions, engine.getRepositoryService());
    timers = new DeskTimers(engine, tables, sla, this);
    release(content, time);
  }

  /** In a replay what people really did wins, whoever they were. */
  private EngineCollaborators separated(ContentSource content, boolean keepsDutiesApart) {
    var collaborators = EngineCollaborators.of(beans, ledger);
    return keepsDutiesApart
        ? collaborators.withDuties(
            new Duties(
                DutyRegister.read(content),
                () -> List.of(new ConfirmationDuty(incidentStore), new ReviewDuty(major.store)),
                GrantedExceptions.NONE,
                () -> ConferredGroups.NONE,
                this::actor,
                ledger))
        : collaborators;
  }

  private Set<String> company(Incident incident) {
    return major.company.of(incident);
  }

  private void release(ContentSource content, Clock time) {
    try {
      DeskRelease.of(content, engine, ledger, this::actor, time);
    } catch (RuntimeException cannotBeUsed) {
      close();
      throw cannotBeUsed;
    }
  }

  @Override
  public void at(Instant now) {
    ClockUtil.setCurrentTime(Date.from(now));
  }

  /** The desk's time. */
  public Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  @Override
  public void as(Actor person) {
    actor = person;
  }

  /** Who acts now; the suite itself at first. */
  public Actor actor() {
    return actor;
  }

  @Override
  public Incidents incidents() {
    return incidents;
  }

  public Majors majors() {
    return major.majors;
  }

  /** What the form of an open task of a major incident shows. */
  public Map<String, Object> majorFacts(String number, Task task) {
    return major.taskFacts.of(number, task.getTaskDefinitionKey(), task.getId());
  }

  @Override
  public Clocks clocks() {
    return clocks;
  }

  public IncidentLinks links() {
    return families.links();
  }

  public ProcessEngine engine() {
    return engine;
  }

  public InMemoryLedger ledger() {
    return ledger;
  }

  public InMemoryNotifications notifications() {
    return notifications;
  }

  public Restrictions restrictions() {
    return restrictions;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public DeskTimers timers() {
    return timers;
  }

  /** The record's open task, or null. */
  public Task task(String number) {
    return tasks.createTaskQuery().processInstanceId(run(number).instance()).singleResult();
  }

  @Override
  public void take(String number) {
    work.take(run(number).instance(), actor.id());
  }

  @Override
  public void complete(String number, String task, Map<String, Object> values) {
    work.complete(run(number).instance(), task, values);
  }

  private Run run(String number) {
    Run run = incidents.find(number).run();
    if (run == null) {
      throw Refusal.conflict("replay.not-recorded", "The process did not record the incident.");
    }
    return run;
  }

  @Override
  public List<StandIn> letTimePass(String number, Instant until) {
    return timers.fireClocks(number, until).stream()
        .map(timer -> new StandIn(timer.job(), timer.event(), timer.due()))
        .toList();
  }

  @Override
  public Duration waited(String number) {
    return clockStore.pauses(number).stream()
        .filter(pause -> !pause.reason().equals(Pause.RESOLVED))
        .map(pause -> Duration.between(pause.from(), pause.to() == null ? now() : pause.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public void forgetAll() {
    for (String number : incidentStore.numbers()) {
      incidentStore.forget(number);
      clockStore.forget(number);
      major.store.forget(number);
    }
    tables.clear();
    timers.forgetAll();
    ledger.clear();
    notifications.clear();
    restrictions.clear();
  }

  @Override
  public void close() {
    tables.close();
    InMemoryEngine.stop(engine);
    ClockUtil.reset();
  }
}
