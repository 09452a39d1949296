package org.itsmsuite.conversation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Tells the documents of office programs from other archives by what their table of contents names.
 */
final class OfficeFile {

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  /** Type to the folder that only it has. */
  private static final Map<String, String> FOLDERS =
      Map.of(
          OFFICE + "wordprocessingml.document", "word/",
          OFFICE + "spreadsheetml.sheet", "xl/",
          OFFICE + "presentationml.presentation", "ppt/");

  private OfficeFile() {}

  /** Whether it is such a document, without macros. Other types cannot be told: they are not. */
  static boolean is(Path file, String type) throws IOException {
    String folder = FOLDERS.get(type);
    if (folder == null) {
      return false;
    }
    try (var archive = new ZipFile(file.toFile())) {
      List<String> names = archive.stream().map(ZipEntry::getName).toList();
      return names.contains("[Content_Types].xml")
          && names.stream().anyMatch(name -> name.startsWith(folder))
          && names.stream().noneMatch(OfficeFile::isMacro);
    } catch (ZipException | IllegalArgumentException broken) {
      return false;
    }
  }

  private static boolean isMacro(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin");
  }
}
