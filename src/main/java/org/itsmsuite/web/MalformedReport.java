package org.itsmsuite.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Where the servlet container reports a failure that no application has answered. */
class MalformedReport extends ErrorReportValve {

  private static final int FIRST_ERROR = 400;

  private final MalformedAnswer answer;

  MalformedReport(MalformedAnswer answer) {
    this.answer = answer;
  }

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    int status = response.getStatus();
    if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      var body = answer.to(request, status);
      response.setHeader(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Cache-Control", "no-store");
      response.setContentType(body.type());
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      var writer = response.getReporter();
      if (writer != null) {
        writer.write(body.text());
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException gone) {
      // Whoever asked is not there any more, or has an answer already.
      getContainer().getLogger().debug("Not answered", gone);
    }
  }
}
