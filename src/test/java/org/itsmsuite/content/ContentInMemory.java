package org.itsmsuite.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/** Content that a test writes down. */
public final class ContentInMemory implements ContentSource {

  private final TreeMap<String, byte[]> files = new TreeMap<>();

  public ContentInMemory with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public ContentInMemory with(String name, byte[] bytes) {
    files.put(name, bytes);
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
    if (!exists(name)) {
      throw ContentNames.missing(name);
    }
    return files.get(name);
  }
}
