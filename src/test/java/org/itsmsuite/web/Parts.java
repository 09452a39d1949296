package org.itsmsuite.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart body as browsers write it; names of files are sent as they are, however odd. */
public final class Parts {

  private static final String BOUNDARY = "----parts-of-a-test";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  public Parts field(String name, String value) {
    write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n");
    write(value + "\r\n");
    return this;
  }

  /**
   * @param type as declared, or null
   */
  public Parts file(String field, String name, String type, byte[] content) {
    write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"");
    write("; filename=\"" + name + "\"\r\n");
    write(type == null ? "\r\n" : "Content-Type: " + type + "\r\n\r\n");
    body.writeBytes(content);
    write("\r\n");
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  byte[] body() {
    return (body.toString(StandardCharsets.ISO_8859_1) + "--" + BOUNDARY + "--\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private void write(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
