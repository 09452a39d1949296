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
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.stereotype.Component;

/**
 * Records an access with its outcome before the first byte of the answer leaves. If that fails,
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
    var recorded = new Recorded(response, account, standing, request);
    try {
      rest.pass(recorded);
      recorded.write(response.getStatus());
    } catch (IOException | ServletException | RuntimeException failed) {
      if (!recorded.failed) {
        recorded.write(AuditDoor.statusOf(failed));
      }
      if (!recorded.failed) {
        throw failed;
      }
    }
    if (recorded.failed) {
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

  private final class Recorded extends OnCommittedResponseWrapper {

    private final HttpServletResponse response;
    private final String account;
    private final List<Long> engagements;
    private final String method;
    private final String address;
    private boolean written;
    private boolean failed;

    private Recorded(
        HttpServletResponse response,
        String account,
        Standing standing,
        HttpServletRequest request) {
      super(response);
      this.response = response;
      this.account = account;
      this.engagements = standing.engagements().stream().map(Engagement::id).toList();
      this.method = request.getMethod();
      this.address = address(request);
    }

    @Override
    protected void onResponseCommitted() {
      write(response.getStatus());
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
        LOG.error("An auditor's access was refused because it could not be recorded.", cannotRecord);
      }
    }
  }

  /** Keeps the answer from leaving. */
  static final class NotRecorded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NotRecorded() {
      super("The access could not be recorded.", null, false, false);
    }
  }
}
