package org.itsmsuite.engine.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.itsmsuite.content.ContentSource;

/**
 * A practice's models, tables and forms as they lie in the content, line ends as LF so that the
 * same file has the same checksum everywhere.
 *
 * @param files name to bytes
 */
record Bundle(String name, SortedMap<String, byte[]> files) {

  /** One for each folder below {@code processes/} that holds a model or a table. */
  static List<Bundle> in(ContentSource content) {
    List<Bundle> bundles = new ArrayList<>();
    for (String practice : practices(content)) {
      SortedMap<String, byte[]> files = new TreeMap<>();
      String folder = "processes/" + practice;
      add(content, content.list(folder, ".bpmn"), files);
      add(content, content.list(folder, ".dmn"), files);
      if (!files.isEmpty()) {
        add(content, content.list("forms/" + practice, ".form"), files);
        bundles.add(new Bundle(practice, files));
      }
    }
    return bundles;
  }

  private static TreeSet<String> practices(ContentSource content) {
    var practices = new TreeSet<String>();
    for (String file : content.list("processes", "")) {
      String[] parts = file.split("/");
      if (parts.length > 2) {
        practices.add(parts[1]);
      }
    }
    return practices;
  }

  private static void add(
      ContentSource content, List<String> names, SortedMap<String, byte[]> files) {
    names.forEach(name -> files.put(name, withLineFeeds(content.read(name))));
  }

  private static byte[] withLineFeeds(byte[] text) {
    byte[] result = new byte[text.length];
    int length = 0;
    for (int i = 0; i < text.length; i++) {
      boolean beforeLineFeed = text[i] == '\r' && i + 1 < text.length && text[i + 1] == '\n';
      if (!beforeLineFeed) {
        result[length++] = text[i];
      }
    }
    return Arrays.copyOf(result, length);
  }

  Map<String, String> checksums() {
    Map<String, String> checksums = new TreeMap<>();
    files.forEach((file, bytes) -> checksums.put(file, sha256(bytes)));
    return checksums;
  }

  String checksum() {
    var all = new StringBuilder();
    checksums().forEach((file, sum) -> all.append(file).append(' ').append(sum).append('\n'));
    return sha256(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
