package org.itsmsuite.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.itsmsuite.access.WrittenTable.Line;
import org.itsmsuite.audit.AuditRules;
import org.itsmsuite.identity.DemoAccount;
import org.itsmsuite.identity.ServedAddresses;
import org.itsmsuite.web.DemoSuite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Every call that the address table allows and every one it denies, for each group, for somebody
 * without any, and for a stranger: at our pages, our API, the engine's REST API and its web
 * applications.
 */
@DemoSuite
class AccessMatrixTest {

  private static final String STRANGER = "a stranger";
  private static final String NOBODY = "somebody-without-a-role";

  /**
   * Log-in and log-out are done by filters; whoever calls, the call is answered before the gate.
   */
  private static final Set<String> DONE_BY_FILTERS =
      Set.of(
          "POST /login",
          "GET /logout",
          "POST /logout",
          "POST /camunda/api/admin/auth/user/{engine}/logout");

  @Autowired
  @Qualifier("springSecurityFilterChain")
  Filter chains;

  @Autowired ServletContext context;
  @Autowired List<ServedAddresses> served;
  @Autowired AuditRules rules;
  @Autowired IdentityService identity;
  private final WrittenTable table = new WrittenTable();
  private final Map<String, List<String>> accounts = accounts();
  private Doors doors;

  @BeforeEach
  void standBeforeTheDoors() {
    doors = new Doors(chains, context);
    // Others count accounts: this one goes again.
    identity.saveUser(identity.newUser(NOBODY));
  }

  @AfterEach
  void sendThemAway() {
    identity.deleteUser(NOBODY);
  }

  /** One account for each set of groups, and one without any. */
  private static Map<String, List<String>> accounts() {
    var byGroups =
        DemoAccount.ALL.stream()
            .collect(
                Collectors.toMap(
                    DemoAccount::groups,
                    DemoAccount::name,
                    (one, other) -> one,
                    TreeMapByText::new));
    var accounts = new LinkedHashMap<String, List<String>>();
    byGroups.forEach((groups, name) -> accounts.put(name, groups));
    accounts.put(NOBODY, List.of());
    return accounts;
  }

  private static class TreeMapByText extends TreeMap<List<String>, String> {
    TreeMapByText() {
      super(java.util.Comparator.comparing(List::toString));
    }
  }

  @Test
  void thereIsAnAccountForEveryGroup() {
    assertThat(accounts.values().stream().flatMap(List::stream).collect(Collectors.toSet()))
        .containsAll(
            table.groups().stream()
                .filter(org.itsmsuite.identity.Groups::exists)
                .collect(Collectors.toSet()));
  }

  @TestFactory
  Stream<DynamicNode> everyLine() {
    return table.lines().stream()
        .filter(line -> !DONE_BY_FILTERS.contains(line.method() + " " + line.address()))
        .collect(Collectors.groupingBy(AccessMatrixTest::part, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            part ->
                dynamicContainer(
                    part.getKey(),
                    part.getValue().stream()
                        .map(line -> dynamicTest(line.toString(), () -> decides(line)))));
  }

  private static String part(Line line) {
    return "/" + line.address().split("/", -1)[1];
  }

  private void decides(Line line) {
    var expected = new TreeMap<String, String>();
    var found = new TreeMap<String, String>();
    accounts.forEach(
        (account, groups) -> {
          expected.put(
              account,
              writesAsAuditor(groups, line.method(), line.example())
                  ? "403"
                  : table.letsIn(line, groups) ? "in" : denied(line));
          found.put(account, doors.knock(account, line.method(), line.example()).toString());
        });
    var stranger = doors.knock(null, line.method(), line.example());
    expected.put(STRANGER, line.need().equals("open") ? "in" : "asked to log in");
    found.put(STRANGER, stranger.asksForALogIn() ? "asked to log in" : stranger.toString());
    assertThat(found).isEqualTo(expected);
  }

  /** Auditors change nothing, whatever the table would let them; a test of its own says so. */
  private boolean writesAsAuditor(List<String> groups, String method, String path) {
    return groups.contains("auditors")
        && !Set.of("GET", "HEAD", "OPTIONS").contains(method)
        && rules.questions().stream()
            .noneMatch(
                question ->
                    PathPatternParser.defaultInstance
                        .parse(question)
                        .matches(PathContainer.parsePath(path)));
  }

  /** Closed is like absent; but where another method is open, the address is no secret. */
  private String denied(Line line) {
    if (!line.need().equals("closed")) {
      return "403";
    }
    return table.lines().stream()
            .anyMatch(one -> one.address().equals(line.address()) && !one.need().equals("closed"))
        ? "405"
        : "404";
  }

  /** What answers behind the doors, not what stands in the table: nothing is reached past it. */
  @TestFactory
  Stream<DynamicNode> everythingThatAnswers() {
    return Stream.of("requester", "agent", "auditor", "admin", NOBODY)
        .map(
            account ->
                dynamicTest(
                    "is reached by " + account + " as its line says",
                    () -> reaches(account, accounts.get(account))));
  }

  private void reaches(String account, List<String> groups) {
    var expected = new TreeMap<String, Boolean>();
    var found = new TreeMap<String, Boolean>();
    served.stream()
        .flatMap(source -> source.all().stream())
        .filter(one -> !one.method().equals("*") && !one.address().contains("/probe/"))
        .filter(one -> !DONE_BY_FILTERS.contains(one.method() + " " + one.address()))
        .filter(one -> !one.address().endsWith("/logout"))
        .forEach(
            one -> {
              var address =
                  one.address()
                      .replaceAll("\\{[^{}]*(\\{[^}]*}[^{}]*)*}", "x")
                      .replace("/**", "/x/x")
                      .replace("*", "x");
              var call = one.method() + " " + address;
              expected.put(
                  call,
                  !writesAsAuditor(groups, one.method(), address)
                      && table
                          .find(one.method(), address)
                          .filter(line -> table.letsIn(line, groups))
                          .isPresent());
              found.put(call, doors.knock(account, one.method(), address).in());
            });
    assertThat(expected.size()).isGreaterThan(1_000);
    assertThat(found).isEqualTo(expected);
  }

  @TestFactory
  Stream<DynamicNode> aMethodThatNoLineNames() {
    return table.lines().stream()
        .filter(
            line ->
                line.address().startsWith("/api/") || !line.address().substring(1).contains("/"))
        .map(Line::address)
        .distinct()
        .map(
            address ->
                dynamicTest(
                    address,
                    () -> {
                      var path = address.replaceAll("\\{\\w+}", "x");
                      for (var method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
                        if (table.find(method, path).isEmpty()) {
                          assertThat(doors.knock("admin", method, path).in()).as(method).isFalse();
                        }
                      }
                    }));
  }

  @Test
  void anAddressThatNoLineNamesIsNotThereForAnybody() {
    for (var address :
        List.of(
            "/nothing",
            "/api",
            "/api/nothing",
            "/engine-rest",
            "/engine-rest/nothing",
            "/camunda/nothing",
            "/actuator/env",
            "/webjars/camunda/app/admin/index.html")) {
      accounts.forEach(
          (account, groups) ->
              assertThat(doors.knock(account, "GET", address).status())
                  .as(account + " at " + address)
                  .isEqualTo(404));
      assertThat(doors.knock(null, "GET", address).asksForALogIn()).as(address).isTrue();
    }
  }
}
