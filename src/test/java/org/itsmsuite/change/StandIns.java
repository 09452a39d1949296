package org.itsmsuite.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.FolderContent;

/**
 * The suite's content with plain parts in the place of those that decide, schedule, implement and
 * review: each has one user task, and a test says what came of it.
 */
public final class StandIns implements ContentSource {

  private static final String FOLDER = "processes/change/";
  private static final Path PARTS = Path.of("src/test/resources/change-stand-ins");

  private final ContentSource suite = new FolderContent(Path.of(""));
  private final Set<String> real;

  /**
   * @param realParts keys of parts that nothing stands in for, such as {@code change-decision}
   */
  public StandIns(String... realParts) {
    this.real = Set.of(realParts);
  }

  @Override
  public List<String> list(String folder, String suffix) {
    var files = new TreeSet<>(suite.list(folder, suffix));
    if (FOLDER.startsWith(folder + "/")) {
      try (var parts = Files.list(PARTS)) {
        parts
            .map(part -> FOLDER + part.getFileName())
            .filter(name -> name.endsWith(suffix) && stands(name))
            .forEach(files::add);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return List.copyOf(files);
  }

  @Override
  public boolean exists(String name) {
    return Files.exists(part(name)) || suite.exists(name);
  }

  @Override
  public byte[] read(String name) {
    try {
      Path part = part(name);
      return Files.exists(part) ? Files.readAllBytes(part) : suite.read(name);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private boolean stands(String name) {
    return name.startsWith(FOLDER)
        && !real.contains(name.substring(FOLDER.length()).replace(".bpmn", ""));
  }

  private Path part(String name) {
    return stands(name) ? PARTS.resolve(name.substring(FOLDER.length())) : PARTS.resolve(":");
  }
}
