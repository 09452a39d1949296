package org.itsmsuite.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.itsmsuite.access.WrittenTable.Line;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.identity.DemoAccount;
import org.itsmsuite.incident.IncidentFlow;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.SouthOffice;
import org.itsmsuite.web.TestAccounts;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Records of one's own, of one's organisation, of another, of a supplier's group, restricted ones:
 * who reads each of them at each address that the table says is about a record, and who uses each
 * action on it. Whoever may not know of one gets the answer for one that does not exist.
 */
@DemoSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordMatrixTest {

  private static final String NOBODY = "nobody-of-a-role";
  private static final String NO_ID = "11111111-2222-3333-4444-555555555555";

  /** Written on the record's conversation, which has addresses of its own. */
  private static final Set<String> TEXTS = Set.of("message", "note", "attach");

  private static final Map<String, String> HOMES =
      Map.of(
          "requester",
          "north-office",
          "customer-contact",
          "north-office",
          SouthOffice.USER,
          SouthOffice.CUSTOMER,
          SouthOffice.CONTACT,
          SouthOffice.CUSTOMER);

  @LocalServerPort int port;
  @Autowired IdentityService identity;
  @Autowired Restrictions restrictions;
  @Autowired Incidents incidents;
  @Autowired IncidentFlow flow;

  private final String mark = "Zq" + UUID.randomUUID().toString().replace("-", "");
  private final WrittenTable table = new WrittenTable();
  private final Map<String, List<String>> accounts = new LinkedHashMap<>();
  private final Map<String, SomeRecord> records = new LinkedHashMap<>();
  private final Map<String, Visitor> browsers = new HashMap<>();
  private final Map<String, String> absences = new HashMap<>();

  @BeforeAll
  void peopleAndRecords() {
    var kinds = new HashSet<List<Object>>();
    DemoAccount.ALL.stream()
        .filter(one -> kinds.add(kind(one)))
        .forEach(one -> accounts.put(one.name(), one.groups()));
    create(SouthOffice.USER, "customers");
    create(SouthOffice.CONTACT, "customer-contacts");
    create(NOBODY);

    var agent = Program.of(port, "agent");
    add("own", reported(Program.of(port, "requester"), titled()), "requester");
    add(
        "of one's organisation",
        reported(Program.of(port, "customer-contact"), titled()),
        "customer-contact");
    add(
        "of another organisation",
        reported(Program.of(port, SouthOffice.USER), titled()),
        SouthOffice.USER);
    var work = titled();
    work.put("requester", SouthOffice.USER);
    work.put("customer", SouthOffice.CUSTOMER);
    var given = reported(agent, work);
    assertThat(agent.act(given, "hand-over", Map.of("group", "suppliers")).status()).isEqualTo(200);
    agent.post(
        "/api/records/" + given + "/messages",
        Map.of("text", "Inside " + mark, "visibility", "INTERNAL"));
    add("given to a supplier", given, "agent");
    var hidden = titled();
    hidden.put("requester", "requester");
    var number = reported(agent, hidden);
    restrictions.restrict(number);
    restrictions.worksOn(number, "security-team");
    flow.restrictTasks(incidents.find(number));
    records.put(
        "restricted",
        SomeRecord.of("restricted", number, "agent", Program.of(port, "auditor"))
            .restrictedTo("security-team"));
    var raised =
        Program.of(port, "security-officer")
            .post("/api/security-incidents", Map.of("title", mark, "service", "payroll"));
    records.put(
        "security incident",
        new SomeRecord(
            "security incident", raised.at("number"), null, null, null, "security-team", true));
    agent.act(
        records.get("own").number(),
        "link",
        Map.of("type", "RELATED_TO", "number", records.get("of another organisation").number()));
  }

  /** Whoever is given the same, and is in none of the groups that work on these, does the same. */
  private List<Object> kind(DemoAccount account) {
    return List.of(
        table.values(account.groups(), "incident.read"),
        table.values(account.groups(), "incident.act"),
        table.values(account.groups(), "incident.report"),
        table.values(account.groups(), "record.read-restricted"),
        table.values(account.groups(), "security.act"),
        HOMES.getOrDefault(account.name(), ""),
        account.groups().stream().anyMatch(Set.of("suppliers", "security-team")::contains));
  }

  private Map<String, Object> titled() {
    return report("title", mark);
  }

  private void add(String name, String number, String reporter) {
    records.put(name, SomeRecord.of(name, number, reporter, Program.of(port, "auditor")));
  }

  private void create(String account, String... groups) {
    accounts.put(account, List.of(groups));
    EngineCalls.internally(() -> TestAccounts.create(identity, account, groups));
  }

  @AfterAll
  void theOthersLeave() {
    EngineCalls.internally(
        () -> List.of(SouthOffice.USER, SouthOffice.CONTACT, NOBODY).forEach(identity::deleteUser));
  }

  @TestFactory
  Stream<DynamicNode> reading() {
    return accounts.keySet().stream()
        .map(
            account ->
                dynamicContainer(
                    account + " reads",
                    records.values().stream()
                        .map(
                            record ->
                                dynamicTest(
                                    "what is " + record.name(), () -> reads(account, record)))));
  }

  private void reads(String account, SomeRecord record) {
    var expected = new TreeMap<String, String>();
    var found = new TreeMap<String, String>();
    table.lines().stream()
        .filter(line -> line.isFor("record") && line.method().equals("GET"))
        .filter(line -> isOfPractice(line, record))
        .forEach(
            line -> {
              expected.put(line.address(), expected(line, account, record));
              found.put(
                  line.address(),
                  found(account, filled(line), record, answer(account, filled(line), record)));
            });
    assertThat(expected).isNotEmpty();
    assertThat(found).isEqualTo(expected);
  }

  private static boolean isOfPractice(Line line, SomeRecord record) {
    return line.address().contains("/records/")
        || !line.address().contains("/changes/")
            && line.address().contains("/security-incidents/") != record.isIncident();
  }

  private static String filled(Line line) {
    return line.address().replace("{kind}", "resolution").replace("{id}", NO_ID);
  }

  private String expected(Line line, String account, SomeRecord record) {
    if (!table.letsIn(line, accounts.get(account))) {
      return "not permitted";
    }
    return sees(account, record) ? "knows" : "absent";
  }

  private boolean sees(String account, SomeRecord record) {
    return record.isSeenBy(table, account, HOMES.get(account), accounts.get(account));
  }

  private HttpResponse<String> answer(String account, String address, SomeRecord record) {
    return visitor(account, address).get(address.replace("{number}", record.number()));
  }

  private Visitor visitor(String account, String address) {
    return address.startsWith("/api/")
        ? Visitor.program(port, account)
        : browsers.computeIfAbsent(
            account,
            any -> {
              var browser = Visitor.browser(port);
              browser.logIn(account, account);
              return browser;
            });
  }

  private String found(
      String account, String address, SomeRecord record, HttpResponse<String> answer) {
    if (answer.statusCode() == 403 && answer.body().contains("login.forbidden")) {
      return "not permitted";
    }
    if (answer.statusCode() == 401 || answer.statusCode() == 403) {
      return answer.statusCode() + " " + answer.body();
    }
    return same(answer, record.number()).equals(absence(account, address, record))
        ? "absent"
        : "knows";
  }

  /** The answer for a number of the same practice that was never given out. */
  private String absence(String account, String address, SomeRecord record) {
    var none = record.number().replaceAll("[0-9]+$", "999999");
    return absences.computeIfAbsent(
        account + " " + address + none,
        any -> same(visitor(account, address).get(address.replace("{number}", none)), none));
  }

  private static String same(HttpResponse<String> answer, String number) {
    return answer.statusCode()
        + answer.body().replace(number, "{number}").replaceAll("value=\"[^\"]*\"", "");
  }

  @TestFactory
  Stream<DynamicNode> acting() {
    return accounts.keySet().stream()
        .map(
            account ->
                dynamicContainer(
                    account + " acts on",
                    records.values().stream()
                        .filter(SomeRecord::isIncident)
                        .map(
                            record ->
                                dynamicTest(
                                    "what is " + record.name(), () -> acts(account, record)))));
  }

  private void acts(String account, SomeRecord record) {
    var expected = new TreeMap<String, String>();
    var found = new TreeMap<String, String>();
    for (var action : table.names("incident.act")) {
      if (!TEXTS.contains(action)) {
        var answer =
            Program.of(port, account).act(record.number(), action, Map.of("no-such-field", "x"));
        expected.put(
            action,
            isAuditor(account)
                ? "403 audit.read-only"
                : !sees(account, record)
                    ? "404 incident.not-found"
                    : takes(account, action, record)
                        ? "400 request.unknown-field"
                        : "403 incident.action-not-allowed");
        found.put(action, answer.refusal());
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  /** Told before anything of the record is looked at. */
  private boolean isAuditor(String account) {
    return accounts.get(account).contains("auditors");
  }

  private boolean takes(String account, String action, SomeRecord record) {
    return record.takes(table, action, account, HOMES.get(account), accounts.get(account));
  }

  @TestFactory
  Stream<DynamicNode> writing() {
    return accounts.keySet().stream()
        .map(
            account ->
                dynamicTest(
                    account + " writes",
                    () -> {
                      var expected = new TreeMap<String, String>();
                      var found = new TreeMap<String, String>();
                      for (var record : records.values()) {
                        if (record.isIncident()) {
                          expected.put(record.name(), writes(account, record));
                          found.put(record.name(), written(account, record));
                        }
                      }
                      assertThat(found).isEqualTo(expected);
                    }));
  }

  private String writes(String account, SomeRecord record) {
    if (isAuditor(account)) {
      return "403 audit.read-only";
    }
    return !sees(account, record)
        ? "404 incident.not-found"
        : takes(account, "message", record) ? "201 null" : "403 conversation.not-allowed";
  }

  private String written(String account, SomeRecord record) {
    return Program.of(port, account)
        .post(
            "/api/records/" + record.number() + "/messages",
            Map.of("text", "From " + account, "visibility", "REQUESTER"))
        .refusal();
  }

  @TestFactory
  Stream<DynamicNode> searching() {
    return accounts.keySet().stream()
        .filter(account -> !account.equals(NOBODY))
        .map(
            account -> dynamicTest(account + " finds what they may know of", () -> finds(account)));
  }

  private void finds(String account) {
    var known =
        records.values().stream()
            .filter(SomeRecord::isIncident)
            .filter(record -> sees(account, record))
            .map(SomeRecord::number)
            .sorted()
            .toList();
    var list = Program.of(port, account).get("/api/incidents?size=100&sort=number&text=" + mark);
    assertThat(list.body().path("content").findValuesAsText("number")).isEqualTo(known);
    assertThat(list.at("/page/totalElements")).isEqualTo(String.valueOf(known.size()));
    var page = visitor(account, "/incidents").get("/incidents?text=" + mark).body();
    records.values().stream()
        .filter(SomeRecord::isIncident)
        .forEach(
            record ->
                assertThat(page.contains(record.number()))
                    .as(record.name())
                    .isEqualTo(known.contains(record.number())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"requester", "customer-contact", "agent", "auditor"})
  void aLinkToWhatOneMayNotKnowOfIsNotTold(String account) {
    var one = records.get("own");
    var other = records.get("of another organisation");
    assertThat(sees(account, one)).isTrue();
    var told = new ArrayList<String>();
    for (var address :
        List.of(
            "/api/incidents/{number}",
            "/api/records/{number}/thread",
            "/api/records/{number}/timeline",
            "/incidents/{number}")) {
      if (answer(account, address, one).body().contains(other.number())) {
        told.add(address);
      }
    }
    assertThat(told.isEmpty()).as(told.toString()).isEqualTo(!sees(account, other));
  }

  @Test
  void nobodyOutsideReadsAnInternalNoteOrWhoWorksOnIt() {
    var record = records.get("given to a supplier");
    for (var account : List.of("supplier-1", SouthOffice.USER, SouthOffice.CONTACT)) {
      for (var address :
          List.of(
              "/api/records/{number}/messages",
              "/api/records/{number}/timeline",
              "/records/{number}/messages",
              "/incidents/{number}")) {
        assertThat(answer(account, address, record).body())
            .as(account + " at " + address)
            .doesNotContain("Inside " + mark);
      }
    }
    assertThat(answer("agent", "/api/records/{number}/messages", record).body())
        .contains("Inside " + mark);
  }

  @ParameterizedTest
  @ValueSource(strings = {NOBODY, "requester", SouthOffice.CONTACT, "supplier-1", "cab-1"})
  void whoeverLacksTheRoleGetsNoTask(String account) {
    var agent = Program.of(port, "agent");
    var own = records.get("own").number();
    var open = "/engine-rest/task?processInstanceBusinessKey=" + own;
    var task = "/engine-rest/task/" + agent.get(open).at("/0/id");
    var person = Program.of(port, account);

    assertThat(person.post(task + "/claim", Map.of("userId", account)).status()).isEqualTo(403);
    assertThat(person.post(task + "/complete", Map.of()).status()).isEqualTo(403);
    assertThat(agent.get(open).at("/0/assignee")).isNull();
  }

  @Test
  void aSupplierSeesNothingOnceItIsTakenBack() {
    var agent = Program.of(port, "agent");
    var number = reported(agent, report("title", "Lent for a while"));
    agent.act(number, "hand-over", Map.of("group", "suppliers"));
    assertThat(Program.of(port, "supplier-1").incident(number).status()).isEqualTo(200);
    agent.act(number, "hand-over", Map.of("group", "third-level"));
    assertThat(Program.of(port, "supplier-1").incident(number).refusal())
        .isEqualTo("404 incident.not-found");
    agent.act(number, "cancel", Map.of("reason", "Only a rehearsal"));
  }

  @Test
  void eachCustomerSeesTheServicesItReceives() {
    var north = Program.of(port, "requester").get("/api/services").body().findValuesAsText("id");
    var south =
        Program.of(port, SouthOffice.USER).get("/api/services").body().findValuesAsText("id");
    assertThat(north).contains("payroll").doesNotContain("legal");
    assertThat(south).contains("legal").doesNotContain("payroll");
    assertThat(Program.of(port, NOBODY).get("/api/services").text()).isEqualTo("[]");
    assertThat(visitor("requester", "/").get("/incidents/report").body())
        .contains("Payroll service")
        .doesNotContain("Contract advice", "South office");
  }
}
