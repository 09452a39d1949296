package org.itsmsuite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/** What the last place makes of whoever went away, and of what broke. */
@DemoSuite
@ExtendWith(OutputCaptureExtension.class)
class FailureEdgeTest {

  @Autowired FailureEdge edge;
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/probe");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void aReaderWhoLeftIsNoFailure(CapturedOutput log) {
    var answer =
        edge.answer(new ClientAbortException(new IOException("Broken pipe")), request, response);
    assertThat(answer)
        .isInstanceOfSatisfying(ModelAndView.class, page -> assertThat(page.isEmpty()).isTrue());
    assertThat(log.getAll()).doesNotContain("Broken pipe");
  }

  @Test
  void aDiskThatFailsIsOne(CapturedOutput log) {
    edge.answer(new IOException("No space left on device"), request, response);
    assertThat(log.getAll()).contains("Failure ", "No space left on device");
  }
}
