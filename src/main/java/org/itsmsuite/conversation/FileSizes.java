package org.itsmsuite.conversation;

import java.util.Locale;

/** How large a file is, for people. */
public final class FileSizes {

  private static final long KILO = 1024;

  private FileSizes() {}

  /** Such as {@code 812 bytes}, {@code 14 KB}, {@code 2.5 MB}. */
  public static String text(long bytes) {
    if (bytes < KILO) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    if (bytes < KILO * KILO) {
      return Math.round((double) bytes / KILO) + " KB";
    }
    String text = String.format(Locale.ROOT, "%.1f", (double) bytes / KILO / KILO);
    return text.replace(".0", "") + " MB";
  }
}
