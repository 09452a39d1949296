package org.itsmsuite.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.audit.AccessLog;
import org.itsmsuite.audit.Standing;
import org.itsmsuite.web.ProblemWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;

class AccessRecorderTest {

  private final List<String> written = new ArrayList<>();
  private boolean broken;
  private final AccessLog log =
      (account, method, address, status, engagements) -> {
        if (broken) {
          throw new IllegalStateException("no database");
        }
        written.add(method + " " + address + " " + status);
      };
  private final MockHttpServletRequest request =
      new MockHttpServletRequest("GET", "/api/incidents");
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private AccessRecorder recorder;

  @BeforeEach
  void aRecorder() throws Exception {
    var writer = ProblemWriter.class.getDeclaredConstructor(ObjectMapper.class);
    writer.setAccessible(true);
    recorder = new AccessRecorder(log, writer.newInstance(new ObjectMapper()));
  }

  private void record(AccessRecorder.Rest rest) throws Exception {
    recorder.record("visitor", Standing.NOBODY, request, response, rest);
  }

  @Nested
  class TheOutcome {

    @Test
    void isWrittenBeforeTheFirstByteAndOnce() throws Exception {
      record(
          answer -> {
            answer.setStatus(201);
            answer.getOutputStream().write("ab".getBytes(StandardCharsets.UTF_8));
            assertThat(written).hasSize(1);
            answer.getOutputStream().write("cd".getBytes(StandardCharsets.UTF_8));
          });
      assertThat(written).containsExactly("GET /api/incidents 201");
      assertThat(response.getContentAsString()).isEqualTo("abcd");
    }

    @Test
    void isThatOfAnErrorOrARedirection() throws Exception {
      record(answer -> answer.sendError(404));
      request.setRequestURI("/records/INC-000001");
      recorder.record(
          "visitor",
          Standing.NOBODY,
          request,
          new MockHttpServletResponse(),
          answer -> answer.sendRedirect("/incidents/INC-000001"));
      assertThat(written).containsExactly("GET /api/incidents 404", "GET /records/INC-000001 302");
    }

    @Test
    void isWrittenForAnEmptyAnswerToo() throws Exception {
      record(answer -> answer.setStatus(204));
      assertThat(written).containsExactly("GET /api/incidents 204");
    }

    @Test
    void isARefusalWhereTheRightIsMissing() {
      assertThatThrownBy(
              () ->
                  record(
                      answer -> {
                        throw new AccessDeniedException("no");
                      }))
          .isInstanceOf(AccessDeniedException.class);
      assertThat(written).containsExactly("GET /api/incidents 403");
    }
  }

  @Nested
  class WhatIsWritten {

    @Test
    void holdsNoSecrets() throws Exception {
      request.setQueryString("text=key%20lost&access_token=abc&Password=x&page=1");
      record(answer -> answer.setStatus(200));
      assertThat(written)
          .containsExactly(
              "GET /api/incidents?text=key%20lost&access_token=…&Password=…&page=1 200");
    }
  }

  @Nested
  class WithoutARecord {

    @BeforeEach
    void theLogFails() {
      broken = true;
    }

    @Test
    void nothingIsShown() throws Exception {
      record(answer -> answer.getWriter().write("what nobody may know"));
      assertThat(response.getStatus()).isEqualTo(503);
      assertThat(response.getContentAsString())
          .contains("audit.access-not-recorded")
          .doesNotContain("what nobody may know");
    }

    @Test
    void noErrorPageIsShownInItsPlaceEither() throws Exception {
      record(
          answer -> {
            try {
              answer.getOutputStream().write(1);
            } catch (AccessRecorder.NotRecorded asForAnyFailure) {
              answer.reset();
              answer.getWriter().write("Something broke");
            }
          });
      assertThat(response.getStatus()).isEqualTo(503);
      assertThat(response.getContentAsString()).doesNotContain("Something broke");
    }

    @Test
    void anEmptyAnswerIsRefusedToo() throws Exception {
      record(answer -> answer.setStatus(204));
      assertThat(response.getStatus()).isEqualTo(503);
    }
  }
}
