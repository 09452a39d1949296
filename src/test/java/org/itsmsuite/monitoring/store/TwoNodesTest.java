package org.itsmsuite.monitoring.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.itsmsuite.HandSetClock;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.ConfiguredSupportGroups;
import org.itsmsuite.incident.FamilySteps;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.IncidentNews;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.StillFlow;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.incident.store.InMemoryIncidentStore;
import org.itsmsuite.ledger.InMemoryLedger;
import org.itsmsuite.monitoring.EventAction;
import org.itsmsuite.monitoring.EventOutcome;
import org.itsmsuite.monitoring.EventRule;
import org.itsmsuite.monitoring.Monitoring;
import org.itsmsuite.monitoring.MonitoringEvent;
import org.itsmsuite.monitoring.Taken;
import org.itsmsuite.notification.InMemoryNotifications;
import org.itsmsuite.notification.NotificationTemplates;
import org.itsmsuite.restriction.InMemoryRestrictions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two services that share nothing but the database, as on two nodes. Incidents are in memory: what
 * is looked at here is who may make one.
 */
class TwoNodesTest {

  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private final TestDatabase database = TestDatabase.create();
  private final Statements statements = new Statements(database.dataSource());
  private final HandSetClock time = new HandSetClock(MORNING);
  private final InMemoryLedger ledger = new InMemoryLedger(() -> Actor.SYSTEM, time);
  private final OneIncidentStore incidents = new OneIncidentStore();
  private final List<Monitoring> nodes = List.of(node(), node());

  @AfterEach
  void removeDatabase() {
    database.close();
  }

  private Monitoring node() {
    var catalogue = new OneService();
    var transactions = new JdbcTransactionManager(statements);
    var savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    var notifications =
        new InMemoryNotifications(new NotificationTemplates(new FolderContent(Path.of(""))));
    return new Monitoring(
        new JdbcMonitoringStore(JdbcClient.create(statements)),
        event -> rule(event.severity()),
        new Incidents(
            incidents,
            new StillFlow(),
            catalogue,
            new ConfiguredSupportGroups(new FolderContent(Path.of(""))),
            () -> Actor.SYSTEM,
            ledger,
            time,
            new IncidentNews(notifications, catalogue),
            new FamilySteps(incidents, incidents, new StillFlow(), ledger),
            (number, reason) -> {}),
        catalogue,
        ledger,
        notifications,
        new InMemoryRestrictions(Access.read(new FolderContent(Path.of(""))), time),
        () -> Actor.SYSTEM,
        time,
        new TransactionTemplate(transactions),
        savepoint);
  }

  private static EventRule rule(String severity) {
    return severity.equals("OK")
        ? new EventRule(EventAction.RECOVER, null, null, null, null)
        : new EventRule(
            EventAction.RAISE, IncidentKind.INTERRUPTION, Impact.HIGH, Urgency.HIGH, Duration.ZERO);
  }

  private static MonitoringEvent event(String id, String severity) {
    return new MonitoringEvent("watcher", id, "email", null, "Queue", severity, MORNING);
  }

  /** Each thread calls one of the nodes, all at the same moment; gives what came of it. */
  private List<Taken> atOnce(int threads, java.util.function.IntFunction<MonitoringEvent> event)
      throws Exception {
    var start = new CyclicBarrier(threads);
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var calls =
          IntStream.range(0, threads)
              .mapToObj(
                  thread ->
                      pool.submit(
                          () -> {
                            start.await();
                            return nodes.get(thread % 2).take(event.apply(thread));
                          }))
              .toList();
      List<Taken> taken = new ArrayList<>();
      for (var call : calls) {
        taken.add(call.get(60, TimeUnit.SECONDS));
      }
      return taken;
    } finally {
      pool.shutdownNow();
    }
  }

  @RepeatedTest(5)
  void makeOneRecordOfAnAlarmThatBothHearOf() throws Exception {
    var taken = atOnce(8, thread -> event("event " + thread, "CRITICAL"));

    assertThat(incidents.added).hasValue(1);
    assertThat(taken.stream().filter(Taken::isNewRecord)).hasSize(1);
    assertThat(taken).extracting(Taken::record).containsOnly("INC-000001");
    assertThat(nodes.get(0).alarmsOf("INC-000001").get(0).count()).isEqualTo(8);
    assertThat(nodes.get(1).eventsOf("INC-000001", 0, 20).total()).isEqualTo(8);
  }

  @RepeatedTest(5)
  void takeAnEventOnceThatBothAreSent() throws Exception {
    var taken = atOnce(8, thread -> event("the same", "CRITICAL"));

    assertThat(incidents.added).hasValue(1);
    assertThat(taken.stream().filter(one -> !one.repeated())).hasSize(1);
    assertThat(nodes.get(0).alarmsOf("INC-000001").get(0).count()).isEqualTo(1);
    assertThat(nodes.get(0).eventsOf("INC-000001", 0, 20).total()).isEqualTo(1);
  }

  @RepeatedTest(5)
  void makeOneNewRecordWhenTheOldOneHasEnded() throws Exception {
    nodes.get(0).take(event("first", "CRITICAL"));
    incidents.cancel("INC-000001");

    var taken = atOnce(8, thread -> event("event " + thread, "CRITICAL"));

    assertThat(incidents.added).hasValue(2);
    assertThat(taken).extracting(Taken::record).containsOnly("INC-000002");
    assertThat(nodes.get(0).alarmsOf("INC-000001").get(0).count()).isEqualTo(1);
    assertThat(nodes.get(0).alarmsOf("INC-000002").get(0).count()).isEqualTo(8);
  }

  @RepeatedTest(5)
  void tellARecoveryOnce() throws Exception {
    nodes.get(0).take(event("first", "CRITICAL"));

    var taken = atOnce(8, thread -> event("event " + thread, "OK"));

    assertThat(taken).extracting(Taken::outcome).containsOnly(EventOutcome.RECOVERED);
    assertThat(ledger.facts().stream().filter(fact -> fact.what().equals("incident.recovered")))
        .hasSize(1);
  }

  @Test
  void giveNothingUpHalfDone() {
    incidents.isBroken = true;
    try {
      nodes.get(0).take(event("first", "CRITICAL"));
    } catch (IllegalStateException broken) {
      assertThat(broken).hasMessage("No database");
    }
    incidents.isBroken = false;
    assertThat(nodes.get(0).take(event("first", "CRITICAL")).isNewRecord()).isTrue();
  }

  /** Beside these four, an incident is read, and whether it is restricted; and that is all. */
  @Test
  void needFourStatementsToCountAnEvent() {
    nodes.get(0).take(event("first", "CRITICAL"));
    statements.clear();
    nodes.get(0).take(event("second", "CRITICAL"));

    assertThat(statements.all)
        .satisfiesExactly(
            one -> assertThat(one).startsWith("select * from itsm.monitoring_event"),
            one -> assertThat(one).contains("itsm.monitoring_alarm", "for update"),
            one -> assertThat(one).startsWith("update itsm.monitoring_alarm"),
            one -> assertThat(one).startsWith("insert into itsm.monitoring_event"));
    assertThat(incidents.locked).hasValue(0);
  }

  /** Notes every statement that is prepared. */
  private static class Statements extends DelegatingDataSource {

    private final List<String> all = new ArrayList<>();

    Statements(DataSource target) {
      super(target);
    }

    synchronized void clear() {
      all.clear();
    }

    private synchronized void note(String sql) {
      all.add(sql.strip());
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("prepareStatement")) {
                  note((String) arguments[0]);
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException failed) {
                  throw failed.getCause();
                }
              });
    }
  }

  /** Counts what is asked of it; several threads may ask. */
  private static class OneIncidentStore extends InMemoryIncidentStore {

    private final AtomicInteger added = new AtomicInteger();
    private final AtomicInteger locked = new AtomicInteger();
    private volatile boolean isBroken;

    @Override
    public synchronized void add(Incident incident) {
      if (isBroken) {
        throw new IllegalStateException("No database");
      }
      added.incrementAndGet();
      super.add(incident);
    }

    @Override
    public synchronized Optional<Incident> find(String number) {
      return super.find(number);
    }

    @Override
    public Optional<Incident> lock(String number) {
      locked.incrementAndGet();
      return find(number);
    }

    synchronized void cancel(String number) {
      var was = find(number).orElseThrow();
      super.add(
          new Incident(
              number,
              was.thread(),
              was.openedAt(),
              was.report(),
              org.itsmsuite.incident.Status.CANCELLED,
              was.assessment(),
              was.assignment(),
              null,
              new org.itsmsuite.incident.Outcome(null, "CANCELLED", false, null, MORNING, 0, null),
              null,
              was.family(),
              0));
    }
  }

  private static class OneService implements Catalogue {

    private final Service email = new Service("email", "E-mail", List.of("north"), "second-level");

    @Override
    public Optional<Service> service(String id) {
      return Optional.of(email);
    }

    @Override
    public List<Service> services() {
      return List.of(email);
    }

    @Override
    public Optional<Customer> customer(String id) {
      return Optional.of(new Customer("north", "North", List.of(), List.of(), null));
    }

    @Override
    public List<Customer> customers() {
      return List.of();
    }

    @Override
    public Optional<Customer> customerOf(String account) {
      return Optional.empty();
    }
  }
}
