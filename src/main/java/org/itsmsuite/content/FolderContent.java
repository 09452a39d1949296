package org.itsmsuite.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Content in a folder that somebody named. Nothing outside it can be read, neither by a name such
 * as {@code ../x} nor by a link that leads out. Entries whose names begin with a dot are no
 * content.
 */
public final class FolderContent implements ContentSource {

  private final Path root;

  /**
   * @throws ContentException {@code content.missing-folder} if the root is not a folder
   */
  public FolderContent(Path root) {
    if (!Files.isDirectory(root)) {
      throw new ContentException(
          "content.missing-folder", root.toString(), "whole folder", "there is no such folder");
    }
    try {
      this.root = root.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> list(String folder, String suffix) {
    Path start = inside(ContentNames.folder(folder));
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(start)) {
      return found
          .filter(Files::isRegularFile)
          .map(start::relativize)
          .filter(FolderContent::isVisible)
          .map(path -> ContentNames.folder(folder) + "/" + path.toString().replace('\\', '/'))
          .filter(name -> name.endsWith(suffix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean exists(String name) {
    return Files.isRegularFile(inside(ContentNames.checked(name)));
  }

  @Override
  public byte[] read(String name) {
    Path file = inside(ContentNames.checked(name));
    if (!Files.isRegularFile(file)) {
      throw ContentNames.missing(name);
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path inside(String name) {
    Path path = root.resolve(name);
    try {
      if (Files.exists(path) && !path.toRealPath().startsWith(root)) {
        throw ContentNames.outsideRoot(name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return path;
  }

  private static boolean isVisible(Path relative) {
    for (Path step : relative) {
      if (step.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }
}
