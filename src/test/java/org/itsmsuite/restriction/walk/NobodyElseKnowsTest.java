package org.itsmsuite.restriction.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.IncidentFlow;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.web.IncidentAction;
import org.itsmsuite.notification.Outbox;
import org.itsmsuite.notification.OutboxMessage;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.restriction.walk.Walk.Findings;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every address of ours as each person whom a restricted incident does not concern: nothing
 * tells that it exists. Addresses are found, not written down; a new one that the walk does not
 * know fails it.
 */
@DemoSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NobodyElseKnowsTest {

  static final List<String> EVERYBODY =
      Stream.of(Walk.STAFF, Walk.OUTSIDE, List.of("admin")).flatMap(List::stream).toList();

  /** Those who see a record that points to the hidden one, each in another way. */
  private static final List<String> LOOK_AT_OTHERS =
      List.of("agent", "incident-manager", "requester", "customer-contact", "admin");

  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired Restrictions restrictions;
  @Autowired Incidents incidents;
  @Autowired IncidentFlow flow;
  @Autowired Outbox outbox;
  @Autowired List<IncidentAction> actions;

  private final Map<String, Map<String, String>> before = new HashMap<>();
  private Walk walk;
  private OwnAddresses own;
  private HiddenIncident linked;
  private HiddenIncident hidden;
  private String visible;
  private String similar;
  private int toldBefore;

  @BeforeAll
  void hideAnIncident() {
    walk = new Walk(port);
    own = new OwnAddresses(requestMappingHandlerMapping);
    // Pages show the first number there is as an example.
    reported(Program.of(port, "requester"), report());
    linked = new HiddenIncident(port);
    visible = duplicateOf(linked.number);
    similar = reported(Program.of(port, "requester"), report("title", "Copied payroll"));
    linked.restricted(port, restrictions, incidents, flow);
    EVERYBODY.forEach(account -> before.put(account, lists(account)));
    hidden = new HiddenIncident(port);
    toldBefore = told().size();
    hidden.restricted(port, restrictions, incidents, flow);
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

  private Map<String, String> lists(String account) {
    var shown = new TreeMap<String, String>();
    own.lists().stream()
        .filter(address -> !address.contains("{"))
        .forEach(address -> shown.put(address, Walk.lasting(walk.get(account, address))));
    return shown;
  }

  @ParameterizedTest
  @FieldSource("EVERYBODY")
  void noListCountOrSearchOfOursKnowsOfIt(String account) {
    var findings = new Findings(hidden, linked);
    for (String address : own.lists()) {
      var asked = hidden.named(address);
      var response = walk.get(account, asked);
      findings.names(account, asked, response);
      var expected = before.get(account).get(address);
      if (expected != null) {
        findings.compare(account, address, expected, Walk.lasting(response));
      } else {
        var absent = walk.get(account, HiddenIncident.absent(address));
        findings.compare(account, address, same(absent), same(response));
      }
    }
    findings.areNone();
  }

  private String same(HttpResponse<String> response) {
    return hidden.same(Walk.lasting(response));
  }

  @ParameterizedTest
  @FieldSource("EVERYBODY")
  void itLooksAbsentWhereverItIsAskedFor(String account) {
    var findings = new Findings(hidden, linked);
    for (String address : own.ofOneRecord()) {
      var response = walk.get(account, hidden.named(address));
      findings.names(account, hidden.named(address), response);
      var absent = walk.get(account, HiddenIncident.absent(address));
      findings.compare(account, address, same(absent), same(response));
      if (address.contains("{number}") && LOOK_AT_OTHERS.contains(account)) {
        for (String number : List.of(visible, similar)) {
          var asked = hidden.named(address.replace("{number}", number));
          findings.names(account, asked, walk.get(account, asked));
        }
      }
    }
    findings.areNone();
  }

  @ParameterizedTest
  @FieldSource("EVERYBODY")
  void itLooksAbsentToWhoeverActsOnIt(String account) {
    var version = incidents.find(hidden.number).version();
    var findings = new Findings(hidden, linked);
    for (var action : own.actions().entrySet()) {
      var body = action.getValue();
      var response = walk.send(account, hidden.named(action.getKey()), hidden.named(body));
      var absent =
          walk.send(account, HiddenIncident.absent(action.getKey()), HiddenIncident.absent(body));
      findings.compare(account, action.getKey(), same(absent), same(response));
    }
    findings.areNone();
    assertThat(incidents.find(hidden.number).version()).isEqualTo(version);
  }

  /** Every action of an incident that one sees, with the hidden number in each of its fields. */
  @ParameterizedTest
  @ValueSource(strings = {"agent", "specialist", "incident-manager", "requester"})
  void itsNumberIsUnknownWhereverItIsNamed(String account) {
    var findings = new Findings(hidden, linked);
    for (var action : actions) {
      for (String choice : List.of("RELATED_TO", "CHILD_OF", "DUPLICATE_OF", "DUPLICATE")) {
        var fields = new HashMap<String, String>();
        action.fields().forEach(field -> fields.put(field, "{number}"));
        fields.replace("type", choice);
        fields.replace("mechanism", choice);
        fields.replace("reason", "Because");
        if (!fields.containsValue("{number}")) {
          continue;
        }
        var address = "/api/records/" + similar + "/actions/" + action.name();
        var body = Program.json(fields);
        var response = same(walk.send(account, address, hidden.named(body)));
        var absent = same(walk.send(account, address, HiddenIncident.absent(body)));
        findings.compare(account, address + " " + body, absent, response);
      }
    }
    findings.areNone();
    assertThat(incidents.links(hidden.number)).isEmpty();
  }

  @Test
  void aTaskAboutASimilarIncidentDoesNotMentionIt() {
    var agent = Program.of(port, "agent");
    var task = agent.get("/engine-rest/task?processInstanceBusinessKey=" + similar).at("/0/id");
    var form = agent.get("/engine-rest/task/" + task + "/form-variables").text();

    assertThat(form).contains(similar);
    assertThat(hidden.secrets()).noneMatch(form::contains);
    assertThat(linked.secrets()).noneMatch(form::contains);
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
      assertThat(walk.get(account, "/incidents/" + hidden.number).body()).contains(hidden.marker);
    }
    var auditor = Program.of(port, "auditor");
    assertThat(auditor.get("/api/ledger?record=" + hidden.number).text()).contains(hidden.marker);
    var officer = Program.of(port, "security-officer");
    var tasks = officer.get("/engine-rest/task?processInstanceBusinessKey=" + hidden.number);
    assertThat(tasks.at("/0/name")).contains(hidden.number).doesNotContain(hidden.marker);
    assertThat(officer.get("/engine-rest/task/" + tasks.at("/0/id") + "/form-variables").text())
        .contains(hidden.marker);
  }
}
