package org.itsmsuite.restriction.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.notification.Outbox;
import org.itsmsuite.notification.OutboxMessage;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Incidents that were in a family with one that turned out to concern security: they behave, and
 * look, like others of which nobody ever made a family.
 */
@DemoSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NobodyElseSeesItsFamilyTest {

  static final List<String> OTHERS =
      Stream.of(Walk.STAFF, List.of("customer-contact", "supplier-1", "admin"))
          .flatMap(List::stream)
          .toList();

  /** What only a link is told by. */
  private static final List<String> WORDS =
      List.of(
          "Got a child",
          "A child was taken away",
          "Made a child of another incident",
          "Taken away from its parent",
          "Related to another incident",
          "Stands alone now");

  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired Outbox outbox;

  private Walk walk;
  private Program agent;
  private Program requester;

  /** Resolved, confirmed and waiting for a child that was found to concern security. */
  private String parent;

  private String parentStatus;
  private String hiddenChild;

  /** Of a parent that was found to concern security, and was restored since. */
  private String child;

  private String hiddenParent;

  /** The same without a family. */
  private String otherParent;

  private String otherChild;

  @BeforeAll
  void promoteAChildAndAParent() {
    walk = new Walk(port);
    agent = Program.of(port, "agent");
    requester = Program.of(port, "requester");
    parent = triaged("Nothing prints");
    hiddenChild = triaged("Payroll on the printer");
    act(agent, hiddenChild, "link", Map.of("type", "CHILD_OF", "number", parent));
    restore("specialist", hiddenChild);
    restore("specialist", parent);
    act(requester, parent, "confirm", Map.of());
    act(requester, hiddenChild, "reopen", Map.of("reason", "Still broken"));
    parentStatus = agent.incident(parent).at("status");
    promote(hiddenChild);

    otherParent = triaged("Nothing scans");
    restore("specialist", otherParent);
    act(requester, otherParent, "confirm", Map.of());

    hiddenParent = triaged("Somebody reads our mail");
    child = triaged("Mail is slow");
    act(agent, child, "link", Map.of("type", "CHILD_OF", "number", hiddenParent));
    promote(hiddenParent);
    restore("security-officer", hiddenParent);
    otherChild = triaged("Mail is late");
  }

  private String triaged(String title) {
    var number = reported(requester, report("title", title));
    complete(
        "agent",
        number,
        Map.of(
            "mechanism", "INCIDENT", "category", "other", "impact", "MEDIUM", "urgency", "MEDIUM"));
    return number;
  }

  private void restore(String account, String number) {
    complete(
        account,
        number,
        Map.of(
            "result", "RESTORED",
            "resolution", "Restarted it",
            "resolutionCode", "FIXED",
            "causeKnown", "YES"));
  }

  private void complete(String account, String number, Map<String, ?> values) {
    var who = Program.of(port, account);
    var tasks = who.get("/engine-rest/task?processInstanceBusinessKey=" + number);
    var task = "/engine-rest/task/" + tasks.at("/0/id");
    who.post(task + "/claim", Map.of("userId", account));
    var variables = new HashMap<String, Object>();
    values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    var done = who.post(task + "/complete", Map.of("variables", variables));
    assertThat(done.status()).as(done.text()).isEqualTo(204);
  }

  private static void act(Program who, String number, String action, Map<String, ?> values) {
    Answer answer = who.act(number, action, values);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private void promote(String number) {
    act(
        agent,
        number,
        "reclassify",
        Map.of("mechanism", "SECURITY_INCIDENT", "reason", "Somebody copied it"));
    act(
        Program.of(port, "security-officer"),
        number,
        "hand-over",
        Map.of("group", "security-team"));
  }

  @Test
  void theParentWaitedForItAndIsClosedInTheMomentItIsHidden() {
    assertThat(parentStatus).isEqualTo("RESOLVED");
    assertThat(agent.incident(parent).at("status")).isEqualTo("CLOSED");
    assertThat(Program.of(port, "security-officer").incident(hiddenChild).at("status"))
        .isNotEqualTo("CLOSED");
  }

  @Test
  void theChildIsNotRestoredWithIt() {
    assertThat(Program.of(port, "security-officer").incident(hiddenParent).at("status"))
        .isEqualTo("RESOLVED");
    assertThat(agent.incident(child).at("status")).isEqualTo("ASSIGNED");
  }

  @ParameterizedTest
  @FieldSource("OTHERS")
  void noAddressOfItsFamilyNamesItOrALink(String account) {
    var found = new ArrayList<String>();
    for (String relative : List.of(parent, child)) {
      for (String address : new OwnAddresses(requestMappingHandlerMapping).ofOneRecord()) {
        if (!address.contains("{number}")) {
          continue;
        }
        var asked = HiddenIncident.absent(address.replace("{number}", relative));
        var answer = Walk.answer(walk.get(account, asked));
        Stream.concat(Stream.of(hiddenChild, hiddenParent), WORDS.stream())
            .filter(answer::contains)
            .forEach(word -> found.add(account + " reads " + word + " at " + asked));
      }
    }
    assertThat(found).isEmpty();
  }

  /** Whoever keeps the suite reads the ledger across records. */
  @Test
  void theLedgerTellsNoMoreOfThemThanOfOthers() {
    assertThat(facts(parent)).isEqualTo(facts(otherParent));
    assertThat(facts(child)).isEqualTo(facts(otherChild));
  }

  private List<String> facts(String number) {
    var page = Program.of(port, "admin").get("/api/ledger?size=200&record=" + number);
    assertThat(page.text()).doesNotContain(hiddenChild, hiddenParent);
    var facts = new ArrayList<String>();
    facts.add(page.at("total"));
    page.body()
        .path("items")
        .forEach(
            item ->
                facts.add(
                    item.path("position") + " " + item.path("what") + " " + item.path("hash")));
    assertThat(facts).hasSizeGreaterThan(5);
    return facts;
  }

  @Test
  void auditorsReadAllOfIt() {
    var auditor = Program.of(port, "auditor");
    assertThat(auditor.get("/api/ledger?size=200&record=" + parent).text())
        .contains("incident.childUnlinked", hiddenChild);
    assertThat(auditor.get("/api/ledger?size=200&record=" + hiddenChild).text())
        .contains("incident.familyEnded", parent);
    assertThat(auditor.incident(child).text()).contains("RELATED_TO", hiddenParent);
  }

  @Test
  void nobodyIsToldMoreOfThemThanOfOthers() {
    assertThat(told(parent)).isEqualTo(told(otherParent)).isNotEmpty();
    assertThat(told(child)).isEqualTo(told(otherChild)).isNotEmpty();
  }

  /** To whom, what, without what differs anyway. */
  private List<String> told(String number) {
    return outbox.find(Actor.SYSTEM, number, 0, 100).items().stream()
        .map((OutboxMessage one) -> one.recipient() + " " + one.subject())
        .map(text -> text.replace(number, "N"))
        .map(text -> text.replaceAll("Nothing (prints|scans)|Mail is (slow|late)", "T"))
        .sorted()
        .toList();
  }

  @Test
  void linksToItAreAnsweredLikeThoseToNothing() {
    for (String type : List.of("CHILD_OF", "PARENT_OF", "RELATED_TO")) {
      var told = link(child, type, hiddenParent);
      var absent = link(child, type, "INC-999999");
      assertThat(told.status() + told.text().replace(hiddenParent, "N"))
          .isEqualTo(absent.status() + absent.text().replace("INC-999999", "N"));
    }
    assertThat(agent.act(child, "unlink", Map.of("number", hiddenParent, "reason", "No")).text())
        .isEqualTo(
            agent
                .act(child, "unlink", Map.of("number", "INC-999999", "reason", "No"))
                .text()
                .replace("INC-999999", hiddenParent));
  }

  @Test
  void itsChildTakesAnotherParentAsAnyOtherDoes() {
    var one = triaged("Another mail server");
    var free = triaged("Mail comes twice");
    var before = link(free, "CHILD_OF", one);
    assertThat(before.status()).isEqualTo(200);
    var hiddenNow = triaged("Our mail is sold");
    var formerChild = triaged("Mail is lost");
    act(agent, formerChild, "link", Map.of("type", "CHILD_OF", "number", hiddenNow));
    promote(hiddenNow);

    assertThat(link(formerChild, "CHILD_OF", one).status()).isEqualTo(200);
    assertThat(link(one, "CHILD_OF", formerChild).refusal()).isEqualTo("409 incident.family-cycle");
  }

  @Test
  void thoseWhoMayKnowBothAreToldWhyNoFamilyIsMade() {
    var officer = Program.of(port, "security-officer");
    var refused = officer.act(hiddenParent, "link", Map.of("type", "PARENT_OF", "number", child));
    assertThat(refused.refusal()).isEqualTo("409 incident.restricted-family");
    assertThat(refused.text()).contains("relate " + child);
  }

  private Answer link(String number, String type, String other) {
    return agent.act(number, "link", Map.of("type", type, "number", other));
  }
}
