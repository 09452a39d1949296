package org.itsmsuite.conversation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.itsmsuite.conversation.AttachmentSettings.FileKind;

/**
 * What a file is by its content, whatever its name says. Only its first bytes are looked at, and
 * the table of contents of an archive: nothing is unpacked or parsed.
 */
class FileContent {

  private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
  private final MediaTypeRegistry registry = types.getMediaTypeRegistry();

  /** Whether the content is of this kind. */
  boolean is(Path file, FileKind kind) throws IOException {
    MediaType found = detect(file);
    if (accepted(kind).anyMatch(found::equals)) {
      return true;
    }
    // Everything is a kind of bytes.
    if (found.equals(MediaType.OCTET_STREAM) || !isMoreThan(found, kind)) {
      return false;
    }
    // A document of an office is a zip as any other from outside.
    return !isKindOf(found, MediaType.APPLICATION_ZIP) || OfficeFile.is(file, kind.type());
  }

  /**
   * Whether a sender may call it so. Who does not know says nothing, or that it is bytes; a word
   * for a wider kind, such as plain text for a table of values, is no lie.
   */
  boolean mayBeCalled(String declared, FileKind kind) {
    if (declared == null || declared.isBlank()) {
      return true;
    }
    MediaType read = MediaType.parse(declared);
    if (read == null) {
      return false;
    }
    MediaType called = registry.normalize(read.getBaseType());
    return called.equals(MediaType.OCTET_STREAM)
        || accepted(kind).anyMatch(called::equals)
        || isMoreThan(called, kind);
  }

  private MediaType detect(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return registry.normalize(types.detect(in, new Metadata()).getBaseType());
    }
  }

  private Stream<MediaType> accepted(FileKind kind) {
    return Stream.concat(Stream.of(kind.type()), kind.also().stream()).map(this::type);
  }

  private boolean isMoreThan(MediaType general, FileKind kind) {
    return registry.isSpecializationOf(type(kind.type()), general);
  }

  private boolean isKindOf(MediaType one, MediaType general) {
    return one.equals(general) || registry.isSpecializationOf(one, general);
  }

  private MediaType type(String name) {
    return registry.normalize(MediaType.parse(name));
  }
}
