package org.itsmsuite.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/** What the jar carries, or the build folder when the suite is started from an IDE. */
public final class ClassPathContent implements ContentSource {

  private final PathMatchingResourcePatternResolver resources;

  public ClassPathContent() {
    this(ClassPathContent.class.getClassLoader());
  }

  ClassPathContent(ClassLoader loader) {
    this.resources = new PathMatchingResourcePatternResolver(loader);
  }

  @Override
  public List<String> list(String folder, String suffix) {
    String prefix = ContentNames.folder(folder) + "/";
    try {
      List<String> roots = new ArrayList<>();
      for (Resource root : resources.getResources("classpath*:" + prefix)) {
        roots.add(root.getURL().toString());
      }
      var names = new TreeSet<String>();
      for (Resource file : resources.getResources("classpath*:" + prefix + "**/*" + suffix)) {
        String address = file.getURL().toString();
        if (file.isReadable() && !address.endsWith("/")) {
          names.add(prefix + belowRoot(address, roots));
        }
      }
      return List.copyOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean exists(String name) {
    return resource(name).isReadable();
  }

  @Override
  public byte[] read(String name) {
    Resource file = resource(name);
    if (!file.isReadable()) {
      throw ContentNames.missing(name);
    }
    try {
      return file.getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Resource resource(String name) {
    return resources.getResource("classpath:" + ContentNames.checked(name));
  }

  /** A folder's address is the beginning of its files' addresses, in folders and in jars alike. */
  private static String belowRoot(String address, List<String> roots) {
    return roots.stream()
        .filter(address::startsWith)
        .findFirst()
        .map(root -> address.substring(root.length()))
        .map(rest -> StringUtils.uriDecode(rest, StandardCharsets.UTF_8))
        .orElseThrow(() -> new IllegalStateException("No root of " + address + " in " + roots));
  }
}
