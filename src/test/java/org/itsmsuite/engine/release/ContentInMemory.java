package org.itsmsuite.engine.release;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.itsmsuite.content.ContentSource;

/** Content that a test writes. */
class ContentInMemory implements ContentSource {

  private final TreeMap<String, String> files = new TreeMap<>();

  ContentInMemory with(String name, String text) {
    files.put(name, text);
    return this;
  }

  @Override
  public List<String> list(String folder, String suffix) {
    return files.keySet().stream()
        .filter(name -> name.startsWith(folder + "/") && name.endsWith(suffix))
        .toList();
  }

  @Override
  public boolean exists(String name) {
    return files.containsKey(name);
  }

  @Override
  public byte[] read(String name) {
    return files.get(name).getBytes(StandardCharsets.UTF_8);
  }
}
