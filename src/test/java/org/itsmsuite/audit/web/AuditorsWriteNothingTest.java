package org.itsmsuite.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.itsmsuite.audit.AuditRules;
import org.itsmsuite.identity.ServedAddress;
import org.itsmsuite.identity.ServedAddresses;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Sends to every address that takes something, in an auditor's name. Addresses are found where they
 * are declared, ours and the engine's: one that comes later is asked as well.
 */
@DemoSuite
class AuditorsWriteNothingTest {

  private static final List<String> WRITING = List.of("POST", "PUT", "PATCH", "DELETE");

  /** Getting in and out is nobody's record. */
  private static final List<String> IN_AND_OUT =
      List.of(
          "/login", "/logout", "/setup", "/error", "/camunda/api/admin/auth/user/default/logout");

  /** Refused, or not there, or not taking this method: in no case done. */
  private static final List<Integer> NOT_DONE = List.of(403, 404, 405);

  @LocalServerPort int port;
  @Autowired List<ServedAddresses> served;
  @Autowired AuditRules rules;
  @Autowired JdbcClient jdbc;

  /** Method and address, such as {@code POST /api/events}, something standing for each variable. */
  private Collection<String> addresses(boolean programs) {
    var found = new TreeSet<String>();
    served.stream()
        .flatMap(one -> one.all().stream())
        .filter(one -> isForPrograms(one) == programs)
        .forEach(
            one ->
                WRITING.stream()
                    .filter(method -> List.of(method, "*").contains(one.method()))
                    .forEach(method -> found.add(method + " " + filled(one.address()))));
    found.removeIf(one -> IN_AND_OUT.contains(path(one)));
    return found;
  }

  private static boolean isForPrograms(ServedAddress one) {
    return Stream.of("/api/", "/engine-rest", "/actuator").anyMatch(one.address()::startsWith);
  }

  private static String filled(String address) {
    return address
        .replaceAll("\\{number[^}]*}", "INC-000001")
        .replaceAll("\\{(name|engine|engineName|processEngineName)[^}]*}", "default")
        .replaceAll("\\{[^}]*}", "1")
        .replace("**", "1");
  }

  private static String method(String address) {
    return address.substring(0, address.indexOf(' '));
  }

  private static String path(String address) {
    return address.substring(address.indexOf(' ') + 1);
  }

  private boolean isQuestion(String address) {
    return rules.questions().stream().anyMatch(question -> fits(question, path(address)))
        && method(address).equals("POST");
  }

  private static boolean fits(String pattern, String path) {
    return PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(path));
  }

  private static void check(
      String address, HttpResponse<String> answer, TreeMap<String, Integer> wrong) {
    boolean readOnly = answer.statusCode() != 403 || answer.body().contains("audit.read-only");
    if (!NOT_DONE.contains(answer.statusCode()) || !readOnly) {
      wrong.put(address, answer.statusCode());
    }
  }

  @Test
  void programsAreRefused() {
    var visitor = Visitor.program(port, "auditor");
    var wrong = new TreeMap<String, Integer>();
    var all = addresses(true);
    for (String address : all) {
      if (!isQuestion(address)) {
        var body = BodyPublishers.ofString("{}");
        check(
            address,
            visitor.send(method(address), path(address), body, "Content-Type", "application/json"),
            wrong);
      }
    }
    assertThat(all).hasSizeGreaterThan(300);
    assertThat(wrong).isEmpty();
  }

  @Test
  void peopleAreRefused() {
    var browser = Visitor.browser(port);
    browser.logIn("auditor", "auditor");
    browser.get("/camunda/app/tasklist/default/");
    String token = browser.token("/incidents");
    var wrong = new TreeMap<String, Integer>();
    var all = addresses(false);
    for (String address : all) {
      if (isQuestion(address)) {
        continue;
      }
      boolean webapp = path(address).startsWith("/camunda");
      check(
          address,
          browser.send(
              method(address),
              path(address),
              BodyPublishers.ofString(webapp ? "{}" : "_csrf=" + token + "&reason=x"),
              "Content-Type",
              webapp ? "application/json" : "application/x-www-form-urlencoded",
              webapp ? "X-XSRF-TOKEN" : "X-Nothing",
              webapp ? browser.cookie("XSRF-TOKEN") : "x"),
          wrong);
    }
    assertThat(all).hasSizeGreaterThan(150);
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyQuestionThatIsLetThroughIsAnAddress() {
    var there = new TreeSet<>(addresses(true));
    there.addAll(addresses(false));
    assertThat(rules.questions())
        .filteredOn(question -> !question.startsWith("/camunda/api/cockpit/plugin/"))
        .allSatisfy(
            question ->
                assertThat(there)
                    .as(question)
                    .anyMatch(one -> method(one).equals("POST") && fits(question, path(one))));
  }

  @Test
  void aSecondGroupGivesNoWayToWriteAndIsReported() {
    // An outside directory may not know of the rule; here it is got round below the engine.
    jdbc.sql(
            "insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values ('auditor', 'service-desk')")
        .update();
    try {
      var answer = Visitor.program(port, "auditor").json("/api/incidents", "{\"title\": \"x\"}");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("audit.read-only");
      assertThat(Visitor.program(port, "top-manager").get("/api/duties").body())
          .contains("\"conflicts\":[{\"account\":\"auditor\"", "service-desk");
    } finally {
      jdbc.sql(
              "delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'auditor' and GROUP_ID_ = 'service-desk'")
          .update();
    }
  }

  @Test
  void questionsAreAnswered() {
    var answer = Visitor.program(port, "auditor").json("/engine-rest/task/count", "{}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
