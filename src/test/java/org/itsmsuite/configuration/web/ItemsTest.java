package org.itsmsuite.configuration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Parts;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Items over HTTP and on pages. */
@DemoSuite
class ItemsTest {

  @LocalServerPort int port;

  /** What this test enters, so that others' items do not matter. */
  private final String host = "host-" + UUID.randomUUID().toString().substring(0, 8);

  private final String guest = host.replace("host", "guest");
  private Program manager;
  private Visitor browser;

  @BeforeEach
  void aConfigurationManager() {
    manager = Program.of(port, "configuration-manager");
    browser = Visitor.browser(port);
    browser.logIn("configuration-manager", "configuration-manager");
  }

  private static Map<String, Object> server(String id) {
    return new HashMap<>(
        Map.of(
            "id", id,
            "type", "server",
            "name", "Server " + id,
            "criticality", "HIGH",
            "designation", "Services lean on it"));
  }

  private void hostAndGuest() {
    assertThat(manager.post("/api/items", server(host)).status()).isEqualTo(201);
    assertThat(manager.post("/api/items", server(guest)).status()).isEqualTo(201);
    assertThat(relate(guest, "runs-on", host).status()).isEqualTo(201);
  }

  private Answer relate(String from, String kind, String to) {
    return manager.post("/api/items/" + from + "/relations", Map.of("kind", kind, "to", to));
  }

  private HttpResponse<String> csv(String account, String query, String table) {
    return Visitor.program(port, account)
        .send(
            "POST",
            "/api/items/import" + query,
            BodyPublishers.ofString(table),
            "Content-Type",
            "text/csv; charset=utf-8");
  }

  @ParameterizedTest
  @CsvSource({
    "requester, 403, 403",
    "customer-contact, 403, 403",
    "supplier-1, 403, 403",
    "agent, 200, 403",
    "change-manager, 200, 403",
    "cab-1, 200, 403",
    "auditor, 200, 403",
    "configuration-manager, 200, 400",
  })
  void areReadByStaffAndEditedByConfigurationManagers(String account, int read, int edit) {
    var program = Program.of(port, account);
    var visitor = Visitor.browser(port);
    visitor.logIn(account, account);

    assertThat(program.get("/api/items").status()).isEqualTo(read);
    assertThat(program.get("/api/items/email").status()).isEqualTo(read);
    assertThat(program.get("/api/items/email/impact").status()).isEqualTo(read);
    assertThat(program.get("/api/items/export").status()).isEqualTo(read);
    assertThat(visitor.get("/items").statusCode()).isEqualTo(read);
    assertThat(visitor.get("/items/email").statusCode()).isEqualTo(read);
    assertThat(visitor.get("/").body().contains("href=\"/items\"")).isEqualTo(read == 200);
    assertThat(program.post("/api/items", Map.of()).status()).isEqualTo(edit);
    assertThat(program.post("/api/items/email/change", Map.of()).status()).isEqualTo(edit);
    assertThat(csv(account, "", "").statusCode()).isEqualTo(edit);
    assertThat(visitor.get("/items/email").body().contains("Change the item"))
        .isEqualTo(edit == 400);
  }

  @Test
  void servicesOfTheCatalogueAreThereFromTheBeginning() {
    var email = manager.get("/api/items/email");
    assertThat(email.at("/item/level")).isEqualTo("SERVICE");
    assertThat(email.at("/item/outcome")).isNotBlank();
    assertThat(manager.get("/api/items/core-switch/impact").body().path("services"))
        .extracting(one -> one.asText())
        .contains("email", "workplace", "payroll", "legal");
  }

  @Test
  void anItemIsEnteredChangedRelatedAndRetired() {
    hostAndGuest();
    var view = manager.get("/api/items/" + host);
    assertThat(view.at("/relations/0/reads")).isEqualTo("runs");
    assertThat(view.at("/relations/0/item")).isEqualTo(guest);
    assertThat(view.at("/history/0/by")).isEqualTo("configuration-manager");
    assertThat(manager.get("/api/items/" + host + "/impact").at("/affected/0/id")).isEqualTo(guest);

    var changed =
        manager.post(
            "/api/items/" + host + "/change",
            Map.of("version", 1, "status", "in-use", "reason", "Put in"));
    assertThat(changed.at("status")).isEqualTo("in-use");
    assertThat(changed.at("version")).isEqualTo("2");
    String then = view.at("/history/0/from");
    assertThat(manager.get("/api/items/" + host + "?at=" + then).at("/item/status"))
        .isEqualTo("planned");
    assertThat(manager.get("/api/items/" + host + "?at=2000-01-01").refusal())
        .isEqualTo("404 configuration.unknown-item");

    assertThat(manager.post("/api/items/" + host + "/retire", Map.of("reason", "Old")).refusal())
        .isEqualTo("409 configuration.still-needed");
    String relation = view.at("/relations/0/id");
    assertThat(
            manager
                .post(
                    "/api/items/" + host + "/relations/" + relation + "/end",
                    Map.of("reason", "Moved"))
                .status())
        .isEqualTo(200);
    assertThat(
            manager
                .post("/api/items/" + host + "/retire", Map.of("reason", "Old"))
                .at("retiredWhy"))
        .isEqualTo("Old");
    assertThat(manager.get("/api/items?text=" + host).at("/page/totalElements")).isEqualTo("0");
    assertThat(manager.get("/api/items?retired=true&text=" + host).at("/page/totalElements"))
        .isEqualTo("1");
    assertThat(Program.of(port, "auditor").get("/api/ledger?record=item:" + host).text())
        .contains("configuration.itemCreated", "configuration.itemRetired");
  }

  @Test
  void theSameCallWithTheSameKeyMakesOneItem() {
    var first = manager.post("/api/items", server(host), "Idempotency-Key", host);
    var second = manager.post("/api/items", server(host), "Idempotency-Key", host);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.location()).isEqualTo(first.location()).isEqualTo("/api/items/" + host);
    assertThat(manager.post("/api/items", server(host)).refusal())
        .isEqualTo("409 configuration.id-taken");
  }

  @Test
  void whoChangesWhatSomebodyElseHasChangedIsRefused() {
    hostAndGuest();
    Map<String, Object> change = Map.of("version", 1, "name", "Mine", "reason", "Why");
    assertThat(manager.post("/api/items/" + host + "/change", change).status()).isEqualTo(200);
    assertThat(manager.post("/api/items/" + host + "/change", change).refusal())
        .isEqualTo("409 configuration.changed-meanwhile");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    hostAndGuest();
    assertThat(relate(host, "depends-on", guest).refusal()).isEqualTo("400 configuration.cycle");
    assertThat(relate(host, "depends-on", guest).text()).contains(guest + " → " + host);
    assertThat(relate(host, "depends-on", host).refusal())
        .isEqualTo("400 configuration.self-relation");
    assertThat(relate(host, "depends-on", "nowhere").refusal())
        .isEqualTo("400 configuration.unknown-item");
    assertThat(relate("nowhere", "depends-on", host).refusal())
        .isEqualTo("400 configuration.unknown-item");
    assertThat(manager.post("/api/items/" + host + "/change", Map.of("name", "x")).field())
        .isEqualTo("reason");
    assertThat(manager.get("/api/items?size=0").field()).isEqualTo("size");
    assertThat(manager.get("/api/items?level=CITY").field()).isEqualTo("level");
    assertThat(manager.get("/api/items/nowhere").refusal())
        .isEqualTo("404 configuration.unknown-item");
    assertThat(manager.get("/api/items/nowhere/impact").refusal())
        .isEqualTo("404 configuration.unknown-item");
    assertThat(manager.get("/api/items/export?table=people").field()).isEqualTo("table");
    assertThat(browser.get("/items/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void aTableIsTriedAndTakenIn() {
    String items =
        "id,type,name,criticality,designation\n%s,server,Host,LOW,Decided\n%s,server,Guest,LOW,Decided\n"
            .formatted(host, guest);
    assertThat(csv("configuration-manager", "?dryRun=true", items).body())
        .contains("\"created\":2", "\"findings\":[]");
    assertThat(manager.get("/api/items/" + host).status()).isEqualTo(404);
    assertThat(csv("configuration-manager", "", items).body()).contains("\"created\":2");
    assertThat(csv("configuration-manager", "", items).body()).contains("\"unchanged\":2");
    String wrong =
        "from,kind,to\n%s,runs-on,%s\n%s,runs-on,nowhere\n".formatted(guest, host, guest);
    HttpResponse<String> refused = csv("configuration-manager", "", wrong);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("configuration.import-refused", "line 3, to", "configuration.unknown-item");
    assertThat(manager.get("/api/items/" + host).body().path("relations")).isEmpty();
  }

  @Test
  void aLargeTableIsNotTooLargeForABodyAndTooLargeIsToldSo() {
    String many = "id,type\n" + "x,server\n".repeat(30_000);
    assertThat(csv("configuration-manager", "?dryRun=true", many).body())
        .contains("\"lines\":30000", "moreFindings");
    assertThat(
            csv("configuration-manager", "?dryRun=true", "x".repeat(26 * 1024 * 1024)).statusCode())
        .isEqualTo(413);
  }

  @Test
  void aTableIsUploaded() {
    byte[] items =
        "id,type,name,criticality,designation\n%s,server,Host,LOW,Decided\n"
            .formatted(host)
            .getBytes(StandardCharsets.UTF_8);
    var uploaded =
        Visitor.program(port, "configuration-manager")
            .parts(
                "/api/items/import?reason=Stocktaking",
                new Parts().file("file", "items.csv", "text/csv", items));
    assertThat(uploaded.body()).contains("\"created\":1");
    assertThat(manager.get("/api/items/" + host).at("/history/0/why")).isEqualTo("Stocktaking");
    assertThat(manager.get("/api/items/export").text()).contains(host + ",CI,server,Host");
  }

  private HttpResponse<String> upload(String table, String reason, String step) {
    return browser.parts(
        "/items/import",
        new Parts()
            .field("_csrf", browser.token("/items/import"))
            .field("reason", reason)
            .field("step", step)
            .file("file", "items.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void thePageTriesATableAndTakesItIn() {
    String items =
        "id,type,name,criticality,designation\n%s,server,<b>Host</b>,LOW,Decided\n".formatted(host);
    assertThat(upload(items, "", "try").body()).contains("Nothing is wrong with it", "1 new");
    assertThat(manager.get("/api/items/" + host).status()).isEqualTo(404);
    assertThat(upload(items.replace("LOW", "BIG"), "Stocktaking", "take").body())
        .contains("Nothing was taken in", "configuration.wrong-value", "criticality");
    assertThat(upload(items, "", "take").body()).contains("request.missing");
    assertThat(manager.get("/api/items/" + host).status()).isEqualTo(404);
    assertThat(upload(items, "Stocktaking", "take").body()).contains("Taken in", "1 new");
    assertThat(browser.get("/items/" + host).body())
        .contains("&lt;b&gt;Host", "Stocktaking")
        .doesNotContain("<b>Host");
  }

  @Test
  void thePageShowsWhatSuffersAndWhatWasDifferent() {
    hostAndGuest();
    manager.post(
        "/api/items/" + host + "/change", Map.of("status", "in-repair", "reason", "It is <hot>"));
    String page = browser.get("/items/" + host).body();
    assertThat(page)
        .contains("<svg", "href=\"/items/" + guest + "\"", "marker-end=\"url(#tip)\"")
        .contains("It is &lt;hot&gt;", "Planned", "In repair");
    assertThat(browser.get("/items/" + host + "?at=2000-01-01").statusCode()).isEqualTo(404);
    assertThat(browser.get("/items/" + host + "?at=soon").body()).contains("request.");
    assertThat(browser.get("/items?text=" + host).body()).contains("1 item");
    assertThat(browser.get("/items?level=CITY").body()).contains("configuration.wrong-value");
  }

  private Map<String, String> form(String... more) {
    Map<String, String> form = new HashMap<>();
    form.put("type", "server");
    form.put("name", "Typed");
    form.put("criticality", "LOW");
    form.put("designation", "Typed too");
    form.put("status", "in-use");
    form.put("supportGroup", "");
    form.put("outcome", "");
    form.put("description", "");
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return form;
  }

  @Test
  void anItemIsEnteredAndChangedOnPages() {
    var entered =
        browser.form(
            "/items/new",
            "/items",
            form("id", host, "level", "", "idempotencyKey", host, "attributes.location", "Room 1"));
    assertThat(entered.headers().firstValue("Location").orElse("")).endsWith("/items/" + host);
    assertThat(browser.form("/items/new", "/items", form("id", "a b")).body())
        .contains("configuration.bad-id", "value=\"Typed\"");

    String page = "/items/" + host;
    var changed =
        browser.form(
            page,
            page + "/change",
            form("version", "1", "reason", "Moved", "attributes.location", ""));
    assertThat(changed.statusCode()).isEqualTo(302);
    assertThat(manager.get("/api" + page).body().at("/item/attributes")).isEmpty();
    var late =
        browser.form(
            page, page + "/change", form("version", "1", "reason", "Late", "name", "My words"));
    assertThat(late.body())
        .contains("configuration.changed-meanwhile", "value=\"My words\"", "value=\"2\"");
    assertThat(browser.form(page, page + "/change", form("version", "2")).body())
        .contains("request.missing", "href=\"#change-reason\"");
    assertThat(
            browser.form(page, page + "/relations", Map.of("kind", "runs-on", "to", host)).body())
        .contains("configuration.self-relation", "href=\"#relate-to\"");
    assertThat(
            browser
                .form(page, page + "/retire", Map.of("version", "2", "reason", "Old"))
                .statusCode())
        .isEqualTo(302);
    assertThat(browser.get(page).body()).contains("Retired because").doesNotContain("Retire it");
  }

  @Test
  void i15AnIncidentThatNamesAnItemShowsStaffWhatSuffersWithIt() {
    String named =
        reported(Program.of(port, "requester"), report("configurationItem", "mail-gateway"));
    String free =
        reported(Program.of(port, "requester"), report("configurationItem", "the grey box"));
    var agent = Visitor.browser(port);
    agent.logIn("agent", "agent");
    var requester = Visitor.browser(port);
    requester.logIn("requester", "requester");

    assertThat(agent.get("/incidents/" + named).body())
        .contains("href=\"/items/mail-gateway\"", "Services that suffer", "href=\"/items/email\"");
    assertThat(requester.get("/incidents/" + named).body()).doesNotContain("/items/");
    assertThat(agent.get("/incidents/" + free).body()).doesNotContain("/items/mail-gateway");
    assertThat(Program.of(port, "agent").incident(free).at("configurationItem"))
        .isEqualTo("the grey box");
  }
}
