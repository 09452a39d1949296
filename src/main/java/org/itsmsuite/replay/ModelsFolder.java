package org.itsmsuite.replay;

import java.util.List;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;

/**
 * A folder with models, as somebody edits them. Where it has no {@code config/}, or no mapping for
 * the replay, the suite's own is used; models and forms are never mixed.
 */
public final class ModelsFolder implements ContentSource {

  private final ContentSource folder;
  private final ContentSource shipped;
  private final boolean hasConfig;
  private final boolean hasMapping;

  /**
   * @throws ContentException {@code replay.no-models} if it holds no model
   */
  public ModelsFolder(ContentSource folder, ContentSource shipped) {
    if (folder.list("processes", ".bpmn").isEmpty()) {
      throw new ContentException(
          "replay.no-models", "processes", "whole folder", "there is no .bpmn file below it");
    }
    this.folder = folder;
    this.shipped = shipped;
    this.hasMapping = folder.exists(MappingFile.NAME);
    this.hasConfig =
        folder.list("config", ".yaml").stream().anyMatch(name -> !name.equals(MappingFile.NAME));
  }

  @Override
  public List<String> list(String below, String suffix) {
    return source(below).list(below, suffix);
  }

  @Override
  public boolean exists(String name) {
    return source(name).exists(name);
  }

  @Override
  public byte[] read(String name) {
    return source(name).read(name);
  }

  private ContentSource source(String name) {
    if (name.equals(MappingFile.NAME)) {
      return hasMapping ? folder : shipped;
    }
    boolean isConfig = name.equals("config") || name.startsWith("config/");
    return isConfig && !hasConfig ? shipped : folder;
  }
}
