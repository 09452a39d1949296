package org.itsmsuite.change.schedule.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.itsmsuite.change.web.ChangePractice;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The forward schedule and freezes, over the API, on pages and as a calendar feed. */
@DemoSuite
class ScheduleTest {

  private static final String MANAGER = "change-manager";

  /** A month that no other test plans anything in. */
  private static final String SPAN = "?from=2101-03-01T00:00:00Z&to=2101-04-01T00:00:00Z";

  @LocalServerPort int port;
  private ChangePractice people;
  private String freeze;

  @BeforeEach
  void people() {
    people = new ChangePractice(port);
  }

  /** A freeze would hold for the changes of all tests. */
  @AfterEach
  void cancelTheFreeze() {
    if (freeze != null) {
      people.as(MANAGER).post("/api/freezes/" + freeze + "/cancel", Map.of("why", "Story told"));
    }
  }

  private static Map<String, Object> asked(String title, String from, String to, String... items) {
    Map<String, Object> asked = new LinkedHashMap<>(ChangePractice.asked("title", title));
    asked.put("subject", "COMPONENT");
    asked.put("items", List.of(items));
    asked.put("window", Map.of("from", from, "to", to));
    return asked;
  }

  private Answer announce(String account, Object... values) {
    Map<String, Object> freezing = new LinkedHashMap<>();
    freezing.put("name", "Year end");
    freezing.put("why", "The books are closed");
    freezing.put("from", "2101-03-10T00:00:00Z");
    freezing.put("to", "2101-03-20T00:00:00Z");
    freezing.put("services", List.of("payroll"));
    for (int i = 0; i < values.length; i += 2) {
      freezing.put((String) values[i], values[i + 1]);
    }
    Answer answer = people.as(account).post("/api/freezes", freezing);
    if (answer.status() == 201) {
      freeze = answer.at("id");
    }
    return answer;
  }

  @Test
  void aFreezeIsAnnouncedAndWhatLiesInItIsRefusedWithEveryItem() {
    assertThat(announce(MANAGER).status()).isEqualTo(201);
    Answer refused =
        people
            .as("agent")
            .post(
                "/api/changes",
                asked(
                    "Into the freeze",
                    "2101-03-12T22:00:00Z",
                    "2101-03-13T02:00:00Z",
                    "payroll-database",
                    "payroll-run",
                    "door-controller"));
    assertThat(refused.refusal()).isEqualTo("409 change.window-blocked");
    assertThat(refused.text())
        .contains("payroll-database, payroll-run")
        .doesNotContain("payroll-run, door-controller");

    Answer shown = people.as("auditor").get("/api/freezes/" + freeze);
    assertThat(shown.at("name")).isEqualTo("Year end");
    assertThat(shown.at("announcedBy")).isEqualTo(MANAGER);
    assertThat(people.as("auditor").get("/api/ledger?record=freeze:" + freeze).at("total"))
        .isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "agent,          services, 403 access.denied",
    "requester,      services, 403 access.denied",
    "auditor,        services, 403 audit.read-only",
  })
  void onlyChangeManagersFreeze(String account, String field, String key) {
    assertThat(announce(account).status()).isEqualTo(403);
    assertThat(people.as(MANAGER).get("/api/freezes?size=200").text()).doesNotContain(account);
  }

  @Test
  void badFreezesAreRefusedWithTheirPlace() {
    assertThat(announce(MANAGER, "to", "2101-03-01T00:00:00Z").refusal())
        .isEqualTo("400 freeze.ends-before-it-starts");
    assertThat(
            announce(
                    MANAGER,
                    "services",
                    List.of(),
                    "everything",
                    true,
                    "to",
                    "2101-09-01T00:00:00Z")
                .refusal())
        .isEqualTo("400 freeze.covers-everything");
    assertThat(announce(MANAGER, "services", List.of("telegraph")).refusal())
        .isEqualTo("400 freeze.unknown-service");
    assertThat(announce(MANAGER, "from", "soon").field()).isEqualTo("from");
    assertThat(
            people.as(MANAGER).get("/api/freezes/00000000-0000-0000-0000-000000000000").refusal())
        .isEqualTo("404 freeze.not-found");
  }

  @Test
  void theScheduleShowsWhatIsPlannedToThoseWhoMayKnowOfIt() {
    String staff =
        people.requested(
            "agent",
            asked("New disks", "2101-03-02T22:00:00Z", "2101-03-03T02:00:00Z", "file-store"));
    String own =
        people.requested(
            "requester",
            ChangePractice.asked(
                "window", Map.of("from", "2101-03-02T23:00:00Z", "to", "2101-03-03T01:00:00Z")));

    assertThat(people.as("auditor").get("/api/changes/schedule" + SPAN).text())
        .contains(staff, own, "\"file-store\"");
    assertThat(people.as("requester").get("/api/changes/schedule" + SPAN).text())
        .contains(own)
        .doesNotContain(staff);
    assertThat(people.as("agent").get("/api/changes/schedule" + SPAN + "&item=file-store").text())
        .contains(staff)
        .doesNotContain(own);
    assertThat(people.as("agent").get("/api/changes/schedule?from=x").field()).isEqualTo("from");
    assertThat(
            people
                .as("agent")
                .get("/api/changes/schedule?from=2101-01-01T00:00:00Z&to=2104-01-01T00:00:00Z")
                .refusal())
        .isEqualTo("400 request.out-of-range");
  }

  @Test
  void calendarProgramsReadTheFeed() throws Exception {
    announce(MANAGER);
    String number =
        people.requested(
            "agent",
            asked(
                "Semicolons; commas, and \\ lines",
                "2101-03-05T22:00:00Z",
                "2101-03-06T02:00:00Z",
                "mail-gateway"));
    Answer feed = people.as("agent").get("/api/changes/schedule.ics" + SPAN);
    assertThat(feed.status()).isEqualTo(200);
    assertThat(feed.type()).startsWith("text/calendar");

    var calendar = new CalendarBuilder().build(new StringReader(feed.text()));
    calendar.validate();
    List<VEvent> events = calendar.getComponents("VEVENT");
    VEvent change =
        events.stream()
            .filter(one -> one.getUid().orElseThrow().getValue().equals(number + "@itsm"))
            .findFirst()
            .orElseThrow();
    assertThat(change.getSummary().getValue())
        .isEqualTo(number + " Semicolons; commas, and \\ lines");
    assertThat(change.toString())
        .contains("DTSTART:21010305T220000Z", "DTEND:21010306T020000Z", "STATUS:TENTATIVE");
    assertThat(events)
        .anySatisfy(one -> assertThat(one.getSummary().getValue()).isEqualTo("Freeze: Year end"));
  }

  @Test
  void whatWasFoundIsToldAndNotToCustomers() {
    String first =
        people.requested(
            "agent",
            asked("One", "2101-04-05T22:00:00Z", "2101-04-06T02:00:00Z", "directory-database"));
    String second =
        people.requested(
            "requester",
            asked("Two", "2101-04-06T01:00:00Z", "2101-04-06T03:00:00Z", "payroll-application"));
    Answer window = people.as(MANAGER).get("/api/changes/" + second + "/window");
    assertThat(window.at("/findings/0/kind")).isEqualTo("DEPENDENCY");
    assertThat(window.at("/findings/0/otherChange")).isEqualTo(first);
    assertThat(window.at("/findings/0/overlap")).isEqualTo("PARTLY");
    assertThat(window.text())
        .contains("[\"directory-database\",\"sign-in\",\"payroll-application\"]");
    assertThat(people.as("requester").get("/api/changes/" + second + "/window").status())
        .isEqualTo(403);
  }

  @Test
  void theMonthIsACalendarAndAList() {
    String number =
        people.requested(
            "agent",
            asked("Over midnight", "2101-03-07T21:00:00Z", "2101-03-08T01:00:00Z", "core-switch"));
    Visitor agent = Visitor.browser(port);
    agent.logIn("agent", "agent");
    String page = agent.get("/changes/schedule?month=2101-03").body();
    assertThat(page).contains("March 2101", number, "22:00–24:00", "00:00–02:00", "asked for");
    assertThat(agent.get("/changes/schedule?month=nonsense").statusCode()).isEqualTo(200);
    assertThat(agent.get("/changes/schedule?month=2101-05").body()).doesNotContain(number);
  }

  @Test
  void freezesAreAnnouncedAndCancelledOnAPage() {
    Visitor manager = Visitor.browser(port);
    manager.logIn(MANAGER, MANAGER);
    var refused =
        manager.form(
            "/changes/freezes",
            Map.of("name", "Moving house", "why", "Nobody is here", "from", "2101-10-30 02:15"));
    assertThat(refused.body())
        .contains("Nothing was announced", "comes twice", "2101-10-30T02:15+02:00", "Moving house");
    var announced =
        manager.form(
            "/changes/freezes",
            Map.of(
                "name", "Moving house",
                "why", "Nobody is here",
                "from", "2101-10-30T02:15+02:00",
                "to", "2101-11-02 00:00",
                "services", "facility"));
    assertThat(announced.statusCode()).isEqualTo(302);
    String place = announced.headers().firstValue("Location").orElseThrow();
    freeze = place.substring(place.lastIndexOf('/') + 1);
    assertThat(manager.get("/changes/freezes/" + freeze).body())
        .contains("Moving house", "Building services", "Leave was given for no change.");
    assertThat(people.as(MANAGER).get("/api/freezes/" + freeze).at("from"))
        .isEqualTo("2101-10-30T00:15:00Z");
    manager.form(
        "/changes/freezes/" + freeze,
        "/changes/freezes/" + freeze + "/cancel",
        Map.of("why", "We stay"));
    assertThat(manager.get("/changes/freezes").body()).contains("Cancelled");
  }

  @Test
  void w08ATimeThatComesTwiceIsAskedForAgainOnThePage() {
    Visitor requester = Visitor.browser(port);
    requester.logIn("requester", "requester");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("title", "When the clock is put back");
    form.put("reason", "Mail comes late");
    form.put("subject", "SMS");
    form.put("action", "MODIFY");
    form.put("impact", "LOW");
    form.put("from", "2026-10-25 02:15");
    form.put("to", "2026-10-25 02:45");
    var asked = requester.form("/changes/new", form);
    assertThat(asked.body())
        .contains(
            "Write 2026-10-25T02:15+02:00 for the first, 2026-10-25T02:15+01:00 for the second");

    form.put("from", "2026-10-25T02:15+01:00");
    form.put("to", "2026-10-25T02:45+01:00");
    var recorded = requester.form("/changes/new", form);
    String place = recorded.headers().firstValue("Location").orElseThrow();
    Answer seen = people.seen("requester", place.substring(place.lastIndexOf('/') + 1));
    assertThat(seen.at("/window/from")).isEqualTo("2026-10-25T01:15:00Z");
    assertThat(seen.at("/window/to")).isEqualTo("2026-10-25T01:45:00Z");
  }
}
