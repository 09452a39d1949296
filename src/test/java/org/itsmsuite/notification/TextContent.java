package org.itsmsuite.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.itsmsuite.content.ContentSource;

/** Content from a map of texts by name. */
public record TextContent(Map<String, String> texts) implements ContentSource {

  /** The texts that the suite ships. */
  public static TextContent shipped() {
    var folder = Path.of("config", "notifications");
    var texts = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        texts.put("config/notifications/" + file.getFileName(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TextContent(texts);
  }

  /** One text under the name {@code greeting}. */
  public static TextContent greeting(String text) {
    return new TextContent(Map.of("config/notifications/greeting.yaml", text));
  }

  @Override
  public List<String> list(String folder, String suffix) {
    return texts.keySet().stream()
        .filter(name -> name.startsWith(folder + "/") && name.endsWith(suffix))
        .sorted()
        .toList();
  }

  @Override
  public boolean exists(String name) {
    return texts.containsKey(name);
  }

  @Override
  public byte[] read(String name) {
    return texts.get(name).getBytes(StandardCharsets.UTF_8);
  }
}
