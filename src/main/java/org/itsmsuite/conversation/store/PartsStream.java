package org.itsmsuite.conversation.store;

import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The pieces of a content one after the other. Each is fetched when it is read: while a slow reader
 * takes one, no connection is held.
 */
class PartsStream extends InputStream {

  private final IntFunction<Optional<byte[]>> parts;
  private byte[] part = new byte[0];
  private int next;
  private int at;

  /**
   * @param parts gives a piece by its number, from 0; empty behind the last
   */
  PartsStream(IntFunction<Optional<byte[]>> parts) {
    this.parts = parts;
  }

  @Override
  public int read() {
    return isAtEnd() ? -1 : part[at++] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int taken = Math.min(length, part.length - at);
    System.arraycopy(part, at, into, offset, taken);
    at += taken;
    return taken;
  }

  private boolean isAtEnd() {
    while (part != null && at == part.length) {
      part = parts.apply(next++).orElse(null);
      at = 0;
    }
    return part == null;
  }
}
