package org.itsmsuite.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops reading a body that is too large. Uploads (multipart) have limits of their own. */
@Component
@EnableConfigurationProperties(WebSettings.class)
class BodyLimit extends OncePerRequestFilter {

  private final DataSize maxBody;
  private final DataSize maxTable;
  private final ProblemWriter problems;

  BodyLimit(WebSettings settings, ProblemWriter problems) {
    this.maxBody = settings.maxBody();
    this.maxTable = settings.maxTable();
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !Audience.isProgram(request) || isUpload(request);
  }

  /** The engine's own addresses read uploads whole, and know no limit for them. */
  private static boolean isUpload(HttpServletRequest request) {
    return isOwn(request, "multipart/");
  }

  /** Of our own addresses only; whoever takes tables there reads them piece by piece. */
  private static boolean isTable(HttpServletRequest request) {
    return isOwn(request, "text/csv");
  }

  private static boolean isOwn(HttpServletRequest request, String kind) {
    var type = request.getContentType();
    return type != null && type.startsWith(kind) && Audience.isOwn(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    DataSize limit = isTable(request) ? maxTable : maxBody;
    if (request.getContentLengthLong() > limit.toBytes()) {
      problems.write(response, new BodyTooLarge(limit).problem());
      return;
    }
    chain.doFilter(new Limited(request, limit), response);
  }

  private static class Limited extends HttpServletRequestWrapper {

    private final DataSize limit;

    Limited(HttpServletRequest request, DataSize limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream(), limit);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static class Counted extends ServletInputStream {

    private final ServletInputStream body;
    private final DataSize limit;
    private long read;

    Counted(ServletInputStream body, DataSize limit) {
      this.body = body;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      var one = body.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var number = body.read(into, offset, length);
      count(Math.max(number, 0));
      return number;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }

    private void count(int number) throws BodyTooLarge {
      read += number;
      if (read > limit.toBytes()) {
        throw new BodyTooLarge(limit);
      }
    }
  }
}
