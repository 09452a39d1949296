package org.itsmsuite.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.itsmsuite.calendar.ConfiguredCalendars;
import org.itsmsuite.calendar.DueDateCase;
import org.itsmsuite.calendar.InMemoryCalendarVersions;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class WorkingTimeControllerTest {

  private static final String DESK =
      "{\"zone\": \"UTC\", \"hours\": {\"FRI\": [\"09:00-17:00\"], \"MON\": [\"09:00-17:00\"]}}";

  private static final MockMvc API =
      MockMvcBuilders.standaloneSetup(
              new WorkingTimeController(
                  new ConfiguredCalendars(
                      new ContentInMemory().with("config/calendars/desk.yaml", DESK),
                      new InMemoryCalendarVersions(),
                      Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))))
          // The builder that Spring Boot takes; as there, dates are texts and unknown fields pass.
          .setMessageConverters(
              new MappingJackson2HttpMessageConverter(
                  Jackson2ObjectMapperBuilder.json()
                      .featuresToDisable(
                          SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                          SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                      .build()))
          .build();

  static Iterable<DueDateCase> cases() throws IOException {
    return DueDateCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersTheAgreedCases(DueDateCase given) throws Exception {
    ObjectNode request = ((ObjectNode) given.json()).deepCopy();
    request.remove("dueAt");

    send("due-date", request.toString())
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.dueAt").value(given.dueAt().toString()));
  }

  @Test
  void namesTheWindowsThatCount() throws Exception {
    send(
            "due-date",
            """
            {"calendar": "desk", "start": "2026-03-06T16:00:00Z", "target": "PT2H",
             "pauses": [{"from": "2026-03-06T16:15:00Z", "to": "2026-03-06T16:30:00+00:00"}]}
            """)
        .andExpect(
            content()
                .json(
                    """
                    {"dueAt": "2026-03-09T10:15:00Z", "windows": [
                      {"from": "2026-03-06T16:00:00Z", "to": "2026-03-06T16:15:00Z"},
                      {"from": "2026-03-06T16:30:00Z", "to": "2026-03-06T17:00:00Z"},
                      {"from": "2026-03-09T09:00:00Z", "to": "2026-03-09T10:15:00Z"}]}
                    """,
                    JsonCompareMode.STRICT));
  }

  @Test
  void takesWorkingDays() throws Exception {
    String request =
        "{\"calendar\": \"desk\", \"start\": \"2026-03-06T16:00:00Z\", \"target\": %s}";

    send("due-date", request.formatted("{\"workingDays\": 1, \"at\": \"SAME_TIME\"}"))
        .andExpect(jsonPath("$.dueAt").value("2026-03-09T16:00:00Z"));
    send("due-date", request.formatted("\"{workingDays: 1, at: END_OF_DAY}\""))
        .andExpect(jsonPath("$.dueAt").value("2026-03-09T17:00:00Z"));
  }

  @Test
  void tellsElapsedTimeWithoutZeroParts() throws Exception {
    String request = "{\"calendar\": %s, \"start\": \"2026-03-06T16:00:00Z\", \"end\": \"%s\"}";

    send("elapsed", request.formatted(DESK, "2026-03-09T10:05:00Z"))
        .andExpect(content().json("{\"elapsed\": \"PT2H5M\"}", JsonCompareMode.STRICT));
    send("elapsed", request.formatted("\"desk\"", "2026-03-06T16:00:00Z"))
        .andExpect(jsonPath("$.elapsed").value("PT0S"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "target": "PT0S"                             | sla.target-not-positive        | target
          "target": "-PT5M"                            | sla.target-not-positive        | target
          "target": "P2D"                              | sla.days-ambiguous             | target
          "target": "soon"                             | sla.bad-duration               | target
          "target": 8                                  | sla.bad-duration               | target
          "target": {"workingDays": 2}                 | sla.bad-duration               | target
          "target": {"workingDays": 0, "at": "SAME_TIME"} | sla.target-not-positive     | target
          "target": null                               | sla.missing-field              | target
          "target": "PT900000H"                        | sla.due-too-far                | target
          "start": "yesterday"                         | sla.bad-instant                | start
          "start": "2026-03-06T16:00:00"               | sla.bad-instant                | start
          "start": "2026-02-30T16:00:00Z"              | sla.bad-instant                | start
          "start": "0001-01-01T00:00:00Z"              | sla.date-out-of-range          | start
          "start": "9999-01-01T00:00:00Z"              | sla.date-out-of-range          | start
          "start": "+1000000000-12-31T23:59:59Z"       | sla.date-out-of-range          | start
          "start": null                                | sla.missing-field              | start
          "calendar": null                             | sla.missing-field              | calendar
          "calendar": "night"                          | calendar.unknown               | calendar
          "calendar": "../desk"                        | calendar.unknown               | calendar
          "calendar": 7                                | calendar.wrong-type            | calendar
          "calendar": {"zone": "Moon"}                 | calendar.unknown-zone          | calendar.zone
          "calendar": {"zone": "UTC"}                  | calendar.no-working-minute     | calendar
          "calendar": {"zone": "UTC", "hours": {"MON": ["09:00-12:00", "11:00-13:00"]}} | calendar.overlapping-windows | calendar.hours.MON[1]
          "calendar": {"zone": "UTC", "specialDays": {"2020-01-01": ["09:00-12:00"]}} | calendar.no-working-minute | calendar
          "pauses": [{"from": "2026-03-07T00:00:00Z", "to": "2026-03-06T00:00:00Z"}] | sla.pause-ends-before-start | pauses[0]
          "pauses": [{"from": "2026-03-07T00:00:00Z"}] | sla.missing-field              | pauses[0].to
          "pauses": [null]                             | sla.missing-field              | pauses[0]
          "pauses": [{"from": "x", "to": "y"}]         | sla.bad-instant                | pauses[0].from
          "pause": []                                  | sla.unknown-field              | pause
          """)
  void aFaultIsRefusedWithKeyAndField(String field, String key, String offending) {
    String request =
        "{\"calendar\": \"desk\", \"start\": \"2026-03-06T16:00:00Z\", \"target\": \"PT1H\", "
            + field
            + "}";

    assertThatThrownBy(() -> send("due-date", request))
        .isInstanceOf(ServletException.class)
        .cause()
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo(key);
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
              assertThat(refusal.offences())
                  .extracting(Refusal.Offence::field)
                  .containsExactly(offending);
            });
  }

  @Test
  void anEndBeforeTheStartIsRefused() {
    assertThatThrownBy(
            () ->
                send(
                    "elapsed",
                    "{\"calendar\": \"desk\", \"start\": \"2026-03-06T16:00:00Z\", \"end\":"
                        + " \"2026-03-06T15:00:00Z\"}"))
        .cause()
        .extracting("key")
        .isEqualTo("sla.end-before-start");
  }

  private ResultActions send(String what, String request) throws Exception {
    return API.perform(
        post("/api/sla/" + what).contentType(MediaType.APPLICATION_JSON).content(request));
  }
}
