package org.itsmsuite.audit.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.itsmsuite.audit.AccessLog;
import org.itsmsuite.audit.Engagement;
import org.itsmsuite.audit.Standing;
import org.itsmsuite.web.Problem;
import org.itsmsuite.web.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Records an access with its outcome before the first byte of the answer is written. If that fails,
 * nothing of the answer leaves: the access is refused.
 */
@Component
class AccessRecorder {

  private static final Logger LOG = LoggerFactory.getLogger(AccessRecorder.class);
  private static final Pattern SECRET =
      Pattern.compile(
          "((?:^|&)[^=&]*(?:password|secret|token|csrf|key)[^=&]*=)[^&]*",
          Pattern.CASE_INSENSITIVE);

  private final AccessLog log;
  private final ProblemWriter problems;

  AccessRecorder(AccessLog log, ProblemWriter problems) {
    this.log = log;
    this.problems = problems;
  }

  /** The rest of the way, with the response that records. */
  @FunctionalInterface
  interface Rest {
    void pass(HttpServletResponse response) throws ServletException, IOException;
  }

  void record(
      String account,
      Standing standing,
      HttpServletRequest request,
      HttpServletResponse response,
      Rest rest)
      throws ServletException, IOException {
    var access = new Access(account, standing, request);
    try {
      rest.pass(new RecordedResponse(response, access::require));
      access.write(response.getStatus());
    } catch (IOException | ServletException | RuntimeException failed) {
      access.write(failed instanceof AccessDeniedException ? 403 : 500);
      if (!access.failed) {
        throw failed;
      }
    }
    if (access.failed) {
      refuse(response);
    }
  }

  private void refuse(HttpServletResponse response) throws IOException {
    response.reset();
    problems.write(
        response,
        new Problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "What an auditor's account looks at is recorded, and that was not possible just now."
                + " Nothing is shown. Try again.",
            "audit.access-not-recorded",
            List.of()));
  }

  /** Path and query; the values of what looks like a secret are left out. */
  static String address(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI()
        + (query == null ? "" : "?" + SECRET.matcher(query).replaceAll("$1…"));
  }

  /** One access, which is written once. */
  private final class Access {

    private final String account;
    private final List<Long> engagements;
    private final String method;
    private final String address;
    private boolean written;
    private boolean failed;

    private Access(String account, Standing standing, HttpServletRequest request) {
      this.account = account;
      this.engagements = standing.engagements().stream().map(Engagement::id).toList();
      this.method = request.getMethod();
      this.address = address(request);
    }

    private void require(int status) {
      write(status);
      if (failed) {
        throw new NotRecorded();
      }
    }

    private void write(int status) {
      if (written || failed) {
        return;
      }
      try {
        log.write(account, method, address, status, engagements);
        written = true;
      } catch (RuntimeException cannotRecord) {
        failed = true;
        LOG.error("An auditor's access is refused because it cannot be recorded.", cannotRecord);
      }
    }
  }

  /** Keeps the answer from leaving. */
  static final class NotRecorded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NotRecorded() {
      super("The access cannot be recorded.", null, false, false);
    }
  }
}
