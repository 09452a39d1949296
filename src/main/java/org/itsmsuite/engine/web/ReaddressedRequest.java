package org.itsmsuite.engine.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A request with stand-ins in the place of what is hidden. */
final class ReaddressedRequest extends HttpServletRequestWrapper {

  private static final String LENGTH = "Content-Length";

  private static final Pattern ENCODED =
      Pattern.compile("%(2[dD]|3[0-9]|[46][1-9a-fA-F]|[57][0-9aA])");

  private final Map<String, String> others;
  private final byte[] body;

  /**
   * @param body what is read in the place of the original's; null if that was not read yet
   */
  ReaddressedRequest(HttpServletRequest request, Map<String, String> others, byte[] body) {
    super(request);
    this.others = others;
    this.body = body;
  }

  /**
   * Letters, digits and the hyphen need no encoding and mean the same with it: an id that is
   * encoded in part must not look like another one.
   */
  static String plain(String address) {
    return address == null
        ? null
        : ENCODED
            .matcher(address)
            .replaceAll(one -> String.valueOf((char) Integer.parseInt(one.group(1), 16)));
  }

  private String readdressed(String text) {
    return others.isEmpty() ? text : StandIns.in(plain(text), others);
  }

  @Override
  public String getRequestURI() {
    return readdressed(super.getRequestURI());
  }

  @Override
  public StringBuffer getRequestURL() {
    return new StringBuffer(readdressed(super.getRequestURL().toString()));
  }

  @Override
  public String getServletPath() {
    return StandIns.in(super.getServletPath(), others);
  }

  @Override
  public String getPathInfo() {
    return StandIns.in(super.getPathInfo(), others);
  }

  @Override
  public String getQueryString() {
    return readdressed(super.getQueryString());
  }

  @Override
  public ServletInputStream getInputStream() throws java.io.IOException {
    return body == null ? super.getInputStream() : new Body(body);
  }

  @Override
  public BufferedReader getReader() throws java.io.IOException {
    return body == null
        ? super.getReader()
        : new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
  }

  @Override
  public int getContentLength() {
    return body == null ? super.getContentLength() : body.length;
  }

  @Override
  public long getContentLengthLong() {
    return body == null ? super.getContentLengthLong() : body.length;
  }

  @Override
  public String getHeader(String name) {
    return isLength(name) ? String.valueOf(body.length) : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isLength(name)
        ? Collections.enumeration(List.of(String.valueOf(body.length)))
        : super.getHeaders(name);
  }

  /** Only where the original says how long it is. */
  private boolean isLength(String name) {
    return body != null && LENGTH.equalsIgnoreCase(name) && super.getHeader(name) != null;
  }

  private static final class Body extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Body(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int length) {
      return bytes.read(into, from, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("Everything is there already.");
    }
  }
}
