package org.itsmsuite.restriction.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.EngineGrant;
import org.itsmsuite.incident.IncidentFlow;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.notification.Outbox;
import org.itsmsuite.notification.OutboxMessage;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every address there is as each person whom a restricted incident does not concern: nothing
 * tells that it exists. Addresses are found, not written down; a new one that the walk does not
 * know fails it.
 */
@DemoSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NobodyElseKnowsTest {

  private static final List<String> STAFF =
      List.of(
          "agent",
          "specialist",
          "engineer",
          "incident-manager",
          "service-level-manager",
          "process-owner",
          "change-manager",
          "top-manager");
  private static final List<String> OUTSIDE =
      List.of("requester", "customer-contact", "supplier-1");
  static final List<String> EVERYBODY =
      Stream.of(STAFF, OUTSIDE, List.of("admin")).flatMap(List::stream).toList();

  private static final String ABSENT = "INC-999999";

  /** Times, and what is counted from them. */
  private static final Pattern PASSING =
      Pattern.compile(
          "PT[0-9HMS.]+|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9:]+)"
              + "|\\b[0-9]+ ?%|\\b[0-9]+ h(?: [0-9]+ min)?|\\b[0-9]+ min");

  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired ProcessEngine engine;
  @Autowired Restrictions restrictions;
  @Autowired Incidents incidents;
  @Autowired IncidentFlow flow;
  @Autowired Outbox outbox;
  @Autowired Access access;
  @Autowired Accounts accounts;

  private final Map<String, Visitor> browsers = new HashMap<>();
  private final Map<String, Map<String, String>> before = new HashMap<>();
  private OwnAddresses own;
  private HiddenIncident linked;
  private HiddenIncident hidden;
  private String visible;
  private int toldBefore;

  @BeforeAll
  void hideAnIncident() {
    // Each refused id would be logged with a stack trace.
    LoggingSystem.get(getClass().getClassLoader())
        .setLogLevel("org.camunda.bpm.engine.rest", LogLevel.OFF);
    own = new OwnAddresses(requestMappingHandlerMapping);
    // Pages show the first number there is as an example.
    reported(Program.of(port, "requester"), report());
    linked = new HiddenIncident(port);
    visible = duplicateOf(linked.number);
    linked.restricted(port, restrictions, incidents, flow);
    EVERYBODY.forEach(account -> before.put(account, lists(account)));
    hidden = new HiddenIncident(port);
    toldBefore = told().size();
    hidden.restricted(port, restrictions, incidents, flow).found(engine);
  }

  /** A record that everybody at the desk sees, and that points to the other in link and facts. */
  private String duplicateOf(String original) {
    var agent = Program.of(port, "agent");
    var number = reported(Program.of(port, "requester"), report("title", "Points elsewhere"));
    var task =
        "/engine-rest/task/"
            + agent.get("/engine-rest/task?processInstanceBusinessKey=" + number).at("/0/id");
    agent.post(task + "/claim", Map.of("userId", "agent"));
    var variables = new HashMap<String, Object>();
    Map.of(
            "mechanism", "DUPLICATE",
            "category", "other",
            "impact", "LOW",
            "urgency", "LOW",
            "duplicateOf", original)
        .forEach((name, value) -> variables.put(name, Map.of("value", value)));
    var done = agent.post(task + "/complete", Map.of("variables", variables));
    assertThat(done.status()).as(done.text()).isEqualTo(204);
    assertThat(agent.incident(number).text()).contains(original);
    return number;
  }

  private List<OutboxMessage> told() {
    return outbox.find(Actor.SYSTEM, hidden.number, 0, 100).items();
  }

  // What is asked

  private static boolean isPage(String address) {
    return !address.startsWith("/api/") && !address.startsWith("/engine-rest");
  }

  private Visitor visitor(String account, String address) {
    return isPage(address)
        ? browsers.computeIfAbsent(
            account,
            name -> {
              var browser = Visitor.browser(port);
              browser.logIn(name, name);
              return browser;
            })
        : Visitor.program(port, account);
  }

  private HttpResponse<String> get(String account, String address) {
    return visitor(account, address).get(address);
  }

  private static String answer(HttpResponse<String> response) {
    return response.statusCode() + " " + response.headers().map() + "\n" + response.body();
  }

  private static String lasting(HttpResponse<String> response) {
    var body = response.body().replaceAll("value=\"[^\"]*\"", "");
    return response.statusCode() + " " + PASSING.matcher(body).replaceAll("…");
  }

  private Map<String, String> lists(String account) {
    var shown = new TreeMap<String, String>();
    Stream.concat(own.lists().stream(), engineLists(account).stream())
        .filter(address -> !address.contains("{"))
        .forEach(address -> shown.put(address, lasting(get(account, address))));
    return shown;
  }

  private String filled(String address, HiddenIncident incident) {
    return address.replace("{number}", incident.number).replace("{marker}", incident.marker);
  }

  private void findSecrets(
      Collection<String> findings, String account, String address, HttpResponse<String> response) {
    var answer = answer(response);
    for (var incident : List.of(hidden, linked)) {
      // A page repeats what was searched for.
      incident.secrets().stream()
          .filter(secret -> !address.contains(secret))
          .filter(answer::contains)
          .forEach(
              secret ->
                  findings.add(account + " reads " + secret + " at " + address + ": " + answer));
    }
  }

  // Our own addresses

  @ParameterizedTest
  @FieldSource("EVERYBODY")
  void noListCountOrSearchOfOursKnowsOfIt(String account) {
    var findings = new TreeSet<String>();
    for (String address : own.lists()) {
      var asked = filled(address, hidden);
      var response = get(account, asked);
      findSecrets(findings, account, asked, response);
      var expected = before.get(account).get(address);
      if (expected != null && !expected.equals(lasting(response))) {
        findings.add(
            account
                + " sees a difference at "
                + address
                + ": "
                + expected
                + "\n->\n"
                + lasting(response));
      }
      if (address.contains("{")) {
        var never = address.replace("{number}", ABSENT).replace("{marker}", "Zqnever");
        var absent = same(get(account, never), ABSENT, "Zqnever");
        if (!same(response, hidden.number, hidden.marker).equals(absent)) {
          findings.add(account + " finds something at " + address);
        }
      }
    }
    assertThat(findings).isEmpty();
  }

  private static String same(HttpResponse<String> response, String number, String marker) {
    return lasting(response).replace(number, "N").replace(marker, "M");
  }

  @ParameterizedTest
  @FieldSource("EVERYBODY")
  void itLooksAbsentWhereverItIsAskedFor(String account) {
    var findings = new TreeSet<String>();
    for (String address : own.ofOneRecord()) {
      var response = get(account, filled(address, hidden));
      findSecrets(findings, account, filled(address, hidden), response);
      var absent = get(account, address.replace("{number}", ABSENT));
      assertThat(same(response, hidden.number, "-"))
          .as(account + " " + address)
          .isEqualTo(same(absent, ABSENT, "-"));
      findSecrets(findings, account, address, get(account, address.replace("{number}", visible)));
    }
    assertThat(findings).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("EVERYBODY")
  void itLooksAbsentToWhoeverActsOnIt(String account) {
    var version = incidents.find(hidden.number).version();
    for (String address : own.actions()) {
      var response = send(account, filled(address, hidden));
      var absent = send(account, address.replace("{number}", ABSENT));
      assertThat(same(response, hidden.number, "-"))
          .as(account + " " + address)
          .isEqualTo(same(absent, ABSENT, "-"));
      assertThat(response.statusCode()).as(account + " " + address).isBetween(400, 499);
    }
    assertThat(incidents.find(hidden.number).version()).isEqualTo(version);
  }

  private HttpResponse<String> send(String account, String address) {
    var visitor = visitor(account, address);
    if (!isPage(address)) {
      return visitor.json(address, "{\"reason\": \"Because\"}");
    }
    var token =
        Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(visitor.get("/").body());
    assertThat(token.find()).isTrue();
    return visitor.bareForm(address, Map.of("_csrf", token.group(1), "reason", "Because"));
  }

  @Test
  void messagesAboutItGoToThoseItConcernsAndSayNothing() {
    var since = told().subList(0, told().size() - toldBefore);

    assertThat(since)
        .isNotEmpty()
        .allSatisfy(
            message -> {
              assertThat(message.recipient()).isEqualTo("group:security-team");
              assertThat(message.subject() + message.body())
                  .contains(hidden.number)
                  .doesNotContain(hidden.marker, "E-mail");
            });
  }

  @Test
  void thoseItConcernsAndAuditorsSeeAllOfIt() {
    for (String account : List.of("security-officer", "auditor")) {
      var program = Program.of(port, account);
      assertThat(program.incident(hidden.number).at("title")).contains(hidden.marker);
      assertThat(program.get("/api/incidents?text=" + hidden.marker).at("/page/totalElements"))
          .isEqualTo("1");
      assertThat(program.incident(visible).text()).contains(linked.number);
      assertThat(get(account, "/incidents/" + hidden.number).body()).contains(hidden.marker);
    }
    var auditor = Program.of(port, "auditor");
    assertThat(auditor.get("/api/ledger?record=" + hidden.number).text()).contains(hidden.marker);
    var officer = Program.of(port, "security-officer");
    var tasks = officer.get("/engine-rest/task?processInstanceBusinessKey=" + hidden.number);
    assertThat(tasks.at("/0/name")).contains(hidden.number).doesNotContain(hidden.marker);
    assertThat(officer.get("/engine-rest/task/" + tasks.at("/0/id") + "/form-variables").text())
        .contains(hidden.marker);
  }

  // The engine's addresses

  /**
   * People whose groups have the same rights in the engine stand for each other, but for the one
   * who had the task before.
   */
  private Set<String> engineVisitors() {
    var byRights = new HashMap<Set<EngineGrant>, String>();
    for (String account : STAFF) {
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

  private Collection<String> engineLists(String account) {
    if (!engineVisitors().contains(account)) {
      return List.of();
    }
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
    var findings = new TreeSet<String>();
    for (String account : engineVisitors()) {
      for (String address : engineLists(account)) {
        var response = get(account, address);
        findSecrets(findings, account, address, response);
        if (!before.get(account).get(address).equals(lasting(response))) {
          findings.add(
              account
                  + " sees a difference at "
                  + address
                  + ": "
                  + before.get(account).get(address)
                  + "\n->\n"
                  + lasting(response));
        }
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void itsIdsInTheEngineLookLikeThoseOfNothing() {
    var addresses =
        EngineAddresses.all().stream()
            .filter(NobodyElseKnowsTest::isOfOneRun)
            .map(address -> address.replaceAll("\\{(?!id})[\\w-]+}", "x"))
            .toList();
    assertThat(addresses).hasSizeGreaterThan(50);
    var findings = new ArrayList<String>();
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
    assertThat(findings).isEmpty();
  }

  private void compare(Collection<String> findings, String account, String prefix, String address) {
    var id = hidden.id(address);
    var none = HiddenIncident.noId(id);
    var response = get(account, prefix + address.replace("{id}", id));
    var absent = get(account, prefix + address.replace("{id}", none));
    findSecrets(findings, account, prefix + address.replace("{id}", id), response);
    var told = response.statusCode() + " " + response.body().replace(id, "ID");
    var expected = absent.statusCode() + " " + absent.body().replace(none, "ID");
    if (!told.equals(expected)) {
      findings.add(
          account
              + " sees a difference at "
              + prefix
              + address
              + ": "
              + told
              + "\n<>\n"
              + expected);
    }
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
        assertThat(get(account, filled(address, hidden)).body())
            .as(account + " " + search)
            .isEqualTo(get(account, address.replace("{number}", ABSENT)).body());
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
    for (String account : OUTSIDE) {
      for (String address :
          List.of("/task", "/process-instance", "/process-definition/statistics")) {
        assertThat(get(account, "/engine-rest" + address).statusCode()).isEqualTo(403);
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
      if (answer(get("admin", asked)).contains(hidden.marker)) {
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
