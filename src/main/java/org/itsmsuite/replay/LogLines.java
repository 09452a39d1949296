package org.itsmsuite.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.itsmsuite.content.ContentException;

/**
 * The lines of a text file, one after the other, strictly as UTF-8; a byte order mark is left out.
 */
final class LogLines implements Closeable {

  private static final int LONGEST = 1 << 20;

  private final String name;
  private final InputStream in;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private long number;

  /**
   * @throws ContentException {@code replay.log-not-readable}
   */
  LogLines(Path file) {
    this.name = file.toString();
    try {
      if (!Files.isRegularFile(file)) {
        throw new IOException("no file");
      }
      this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    } catch (IOException e) {
      throw fault("replay.log-not-readable", "whole file", "it cannot be read: is it a file?");
    }
  }

  /**
   * The next line without its end, or null after the last.
   *
   * @throws ContentException {@code replay.log-not-utf8}, {@code replay.line-too-long}
   */
  String next() {
    try {
      bytes.reset();
      int read = in.read();
      if (read < 0) {
        return null;
      }
      number++;
      for (; read >= 0 && read != '\n'; read = in.read()) {
        if (bytes.size() == LONGEST) {
          throw fault(
              "replay.line-too-long",
              "line " + number,
              "no line of a log has more than a million bytes");
        }
        bytes.write(read);
      }
      return decoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Number of the line last given, from 1. */
  long number() {
    return number;
  }

  private String decoded() {
    try {
      String line = decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
      int from = number == 1 && line.startsWith("\uFEFF") ? 1 : 0;
      int to = line.endsWith("\r") ? line.length() - 1 : line.length();
      return line.substring(from, Math.max(from, to));
    } catch (CharacterCodingException e) {
      throw fault(
          "replay.log-not-utf8", "line " + number, "the log is not UTF-8 text; save it as UTF-8");
    }
  }

  private ContentException fault(String key, String place, String reason) {
    return new ContentException(key, name, place, reason);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
