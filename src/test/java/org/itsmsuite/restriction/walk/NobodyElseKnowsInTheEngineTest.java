package org.itsmsuite.restriction.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.EngineGrant;
import org.itsmsuite.incident.IncidentFlow;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.restriction.walk.Walk.Findings;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Walks every readable address of the engine's REST API, found in its resources, as people whom a
 * restricted incident does not concern: nothing tells that it exists.
 */
@DemoSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NobodyElseKnowsInTheEngineTest {

  private static final String ABSENT = "INC-999999";

  @LocalServerPort int port;
  @Autowired ProcessEngine engine;
  @Autowired Restrictions restrictions;
  @Autowired Incidents incidents;
  @Autowired IncidentFlow flow;
  @Autowired Access access;
  @Autowired Accounts accounts;

  private final Map<String, Map<String, String>> before = new HashMap<>();
  private Walk walk;
  private HiddenIncident hidden;

  @BeforeAll
  void hideAnIncident() {
    // Each refused id would be logged with a stack trace.
    LoggingSystem.get(getClass().getClassLoader())
        .setLogLevel("org.camunda.bpm.engine.rest", LogLevel.OFF);
    walk = new Walk(port);
    engineVisitors().forEach(account -> before.put(account, shown(account)));
    hidden = new HiddenIncident(port);
    hidden.restricted(port, restrictions, incidents, flow).found(engine);
  }

  private Map<String, String> shown(String account) {
    var shown = new TreeMap<String, String>();
    lists().forEach(address -> shown.put(address, Walk.lasting(walk.get(account, address))));
    return shown;
  }

  /**
   * People whose groups have the same rights in the engine stand for each other, but for the one
   * who had the task before.
   */
  private Set<String> engineVisitors() {
    var byRights = new HashMap<Set<EngineGrant>, String>();
    for (String account : Walk.STAFF) {
      byRights.putIfAbsent(rights(account), account);
    }
    var visitors = new TreeSet<>(byRights.values());
    visitors.add("agent");
    visitors.add("specialist");
    return visitors;
  }

  private Set<EngineGrant> rights(String account) {
    return access.engineGrants().stream()
        .filter(grant -> accounts.groupsOf(account).contains(grant.group()))
        .map(grant -> new EngineGrant("-", grant.resource(), grant.id(), grant.permissions(), "-"))
        .collect(Collectors.toSet());
  }

  private Collection<String> lists() {
    engine.getManagementService().reportDbMetricsNow();
    var definition =
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey("incident-triage")
            .latestVersion()
            .singleResult();
    return EngineAddresses.all().stream()
        .filter(address -> !isOfOneRun(address))
        .map(
            address ->
                "/engine-rest"
                    + address
                        .replace("{key}", definition.getKey())
                        .replace("{name}", "root-process-instance-start")
                        .replace("{id}", definition.getId())
                        .replaceAll("\\{[\\w-]+}", "x"))
        .toList();
  }

  /** Whether an id of the hidden record's own run can stand in the address. */
  private static boolean isOfOneRun(String address) {
    return address.contains("{id}")
        && !address.matches(
            "/(history/)?(process|decision|case|decision-requirements|job)-definition/.*"
                + "|/(deployment|filter|group|user|tenant|authorization|batch|history/batch)/.*");
  }

  @Test
  void noListOrCountOfTheEngineKnowsOfIt() {
    var findings = new Findings(hidden);
    for (String account : engineVisitors()) {
      for (String address : lists()) {
        var response = walk.get(account, address);
        findings.names(account, address, response);
        findings.compare(
            account, address, before.get(account).get(address), Walk.lasting(response));
      }
    }
    findings.areNone();
  }

  @Test
  void itsIdsInTheEngineLookLikeThoseOfNothing() {
    var addresses =
        EngineAddresses.all().stream()
            .filter(NobodyElseKnowsInTheEngineTest::isOfOneRun)
            .map(address -> address.replaceAll("\\{(?!id})[\\w-]+}", "x"))
            .toList();
    assertThat(addresses).hasSizeGreaterThan(50);
    var findings = new Findings(hidden);
    for (String account : engineVisitors()) {
      for (String address : addresses) {
        compare(findings, account, "/engine-rest", address);
      }
    }
    // The same resources behind the web applications' log-in.
    for (String address : addresses) {
      if (address.startsWith("/task/") || address.startsWith("/process-instance/")) {
        compare(findings, "agent", "/camunda/api/engine/engine/default", address);
        compare(findings, "agent", "/engine-rest/engine/default", address);
      }
    }
    findings.areNone();
  }

  @Test
  void anEncodedIdIsTheSameId() {
    for (String address : List.of("/task/{id}/form-variables", "/process-instance/{id}")) {
      for (String hyphen : List.of("%2d", "%2D")) {
        var id = hidden.id(address);
        var none = HiddenIncident.noId(id);
        var told = walk.get("specialist", encoded(address, id, hyphen));
        var absent = walk.get("specialist", encoded(address, none, hyphen));
        assertThat(told.statusCode() + told.body().replace(id, "ID"))
            .isEqualTo(absent.statusCode() + absent.body().replace(none, "ID"));
      }
    }
  }

  private static String encoded(String address, String id, String hyphen) {
    return "/engine-rest" + address.replace("{id}", id.replaceFirst("-", hyphen));
  }

  private void compare(Findings findings, String account, String prefix, String address) {
    var id = hidden.id(address);
    var none = HiddenIncident.noId(id);
    var response = walk.get(account, prefix + address.replace("{id}", id));
    var absent = walk.get(account, prefix + address.replace("{id}", none));
    findings.names(account, prefix + address.replace("{id}", id), response);
    findings.compare(
        account,
        prefix + address,
        absent.statusCode() + " " + absent.body().replace(none, "ID"),
        response.statusCode() + " " + response.body().replace(id, "ID"));
  }

  @Test
  void whatNamesItInWhatIsSentIsAnsweredLikeWhatNamesNothing() {
    var bodies = bodies();
    assertThat(bodies).hasSizeGreaterThan(100);
    var findings = new Findings(hidden);
    bodies.forEach(
        (way, all) ->
            all.forEach(body -> compareSent(findings, "agent", "/engine-rest", way, body)));
    // The others, under the name of the engine, where something is changed.
    for (String account : engineVisitors()) {
      bodies.entrySet().stream()
          .filter(one -> one.getKey().matches("\\w+ /(process-instance|task|job|message).+"))
          .filter(one -> !one.getKey().endsWith("/count"))
          .forEach(
              one ->
                  one.getValue().stream()
                      .limit(3)
                      .forEach(
                          body ->
                              compareSent(
                                  findings,
                                  account,
                                  "/engine-rest/engine/default",
                                  one.getKey(),
                                  body)));
    }
    findings.areNone();
  }

  /** Method and address, with everything to send there. */
  private Map<String, Collection<String>> bodies() {
    var definition =
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey("incident-triage")
            .latestVersion()
            .singleResult()
            .getId();
    var bodies = new TreeMap<String, Collection<String>>();
    EngineAddresses.taking()
        .forEach(
            (way, type) -> {
              var all = EngineBodies.of(type, definition);
              if (!all.isEmpty()) {
                bodies.put(way, all);
              }
            });
    return bodies;
  }

  private void compareSent(
      Findings findings, String account, String prefix, String way, String body) {
    var method = way.substring(0, way.indexOf(' '));
    var address = way.substring(way.indexOf(' ') + 1).replaceAll("\\{[\\w-]+}", "x");
    var told = walk.send(account, method, prefix + address, hidden.sent(body, address));
    var absent = walk.send(account, method, prefix + address, HiddenIncident.sentOfNothing(body));
    findings.compare(
        account,
        method + " " + prefix + address + " " + body,
        absent.statusCode() + " " + made(hidden.sameInTheEngine(absent.body())),
        told.statusCode() + " " + made(hidden.sameInTheEngine(told.body())));
  }

  /** What was made has a new id each time. */
  private static String made(String answer) {
    return answer
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "NEW")
        .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.+]+", "NOW");
  }

  @Test
  void everyEngineOfTheRestApiHasTheSameAddresses() {
    assertThat(EngineAddresses.named())
        .extracting(address -> address.replace("/engine/{name}", ""))
        .containsAll(EngineAddresses.all().stream().filter(address -> !address.isEmpty()).toList());
  }

  @Test
  void searchesOfTheEngineFindNothingOfIt() {
    for (String account : engineVisitors()) {
      for (String search :
          List.of(
              "/task?processInstanceBusinessKey={number}",
              "/task/count?processInstanceBusinessKey={number}",
              "/task?nameLike=%25{number}%25",
              "/task?taskAssignee=security-officer",
              "/process-instance?businessKey={number}",
              "/execution/count?businessKey={number}",
              "/history/process-instance?processInstanceBusinessKey={number}",
              "/history/task?processInstanceBusinessKey={number}",
              "/process-instance?businessKeyLike=%25{number}%25")) {
        var address = "/engine-rest" + search;
        assertThat(walk.get(account, hidden.named(address)).body())
            .as(account + " " + search)
            .isEqualTo(walk.get(account, HiddenIncident.absent(address)).body());
      }
    }
  }

  @Test
  void messagesToItsNumberAreAnsweredLikeThoseToNone() {
    for (String account : engineVisitors()) {
      var program = Program.of(port, account);
      for (String way : List.of("/engine-rest/message", "/engine-rest/condition")) {
        var told = program.post(way, message(hidden.number));
        var absent = program.post(way, message(ABSENT));
        assertThat(told.status() + told.text().replace(hidden.number, "N"))
            .as(account + " " + way)
            .isEqualTo(absent.status() + absent.text().replace(ABSENT, "N"));
        assertThat(told.status()).isGreaterThanOrEqualTo(400);
      }
    }
  }

  private static Map<String, Object> message(String number) {
    return Map.of("messageName", "incident.cancelled", "businessKey", number);
  }

  @Test
  void itsTaskTakesNothingFromThoseItDoesNotConcern() {
    var task = hidden.id("/task/");
    for (String account : engineVisitors()) {
      var program = Program.of(port, account);
      for (String step :
          List.of("claim", "unclaim", "complete", "submit-form", "comment/create", "assignee")) {
        var address = "/engine-rest/task/{id}/" + step;
        var body = Map.of("userId", account, "message", "x");
        var told = program.post(address.replace("{id}", task), body);
        var none = HiddenIncident.noId(task);
        var absent = program.post(address.replace("{id}", none), body);
        assertThat(told.status() + told.text().replace(task, "ID"))
            .as(account + " " + step)
            .isEqualTo(absent.status() + absent.text().replace(none, "ID"));
        assertThat(told.status()).isGreaterThanOrEqualTo(400);
      }
    }
  }

  @Test
  void theEngineIsClosedToThoseOutside() {
    for (String account : Walk.OUTSIDE) {
      for (String address :
          List.of("/task", "/process-instance", "/process-definition/statistics")) {
        assertThat(walk.get(account, "/engine-rest" + address).statusCode()).isEqualTo(403);
      }
    }
  }

  /** Whoever keeps the engine running sees numbers there; what it is about they do not. */
  @Test
  void administratorsReadNothingOfItsContentsInTheEngine() {
    var findings = new ArrayList<String>();
    for (String address : EngineAddresses.all()) {
      var asked =
          "/engine-rest"
              + address
                  .replace("{key}", "incident-triage")
                  .replace("{id}", hidden.id(address))
                  .replaceAll("\\{[\\w-]+}", "x");
      if (Walk.answer(walk.get("admin", asked)).contains(hidden.marker)) {
        findings.add(asked);
      }
    }
    assertThat(findings).isEmpty();
    var claimed =
        Program.of(port, "admin")
            .post("/engine-rest/task/" + hidden.id("/task/") + "/claim", Map.of("userId", "admin"));
    assertThat(claimed.status()).isEqualTo(403);
  }
}
