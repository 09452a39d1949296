package org.itsmsuite.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.itsmsuite.conversation.AttachmentSettings.FileKind;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Looks at a file before anything is done with it: its name, its size, what it really is. */
@Component
public class FileCheck {

  private final AttachmentSettings settings;
  private final FileContent content = new FileContent();

  FileCheck(AttachmentSettings settings) {
    this.settings = settings;
  }

  /**
   * @throws Refusal {@code attachment.name}, {@code attachment.type-not-allowed}, {@code
   *     attachment.empty}, {@code attachment.too-large}, {@code attachment.type-mismatch}
   */
  public CheckedFile check(Upload upload) {
    try {
      return checked(upload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CheckedFile checked(Upload upload) throws IOException {
    String name = FileName.checked(upload.name());
    FileKind kind = kind(name);
    long size = Files.size(upload.file());
    requireSize(name, size);
    requireType(name, kind, upload);
    return new CheckedFile(name, kind.type(), size, sha256(upload), upload.file());
  }

  private FileKind kind(String name) {
    return settings
        .kind(FileName.ending(name))
        .orElseThrow(
            () ->
                refused(
                    "attachment.type-not-allowed",
                    "\"" + name + "\" is of a kind that is not taken; taken are " + taken() + "."));
  }

  private String taken() {
    return settings.types().isEmpty() ? "none" : String.join(" ", settings.endings());
  }

  private void requireSize(String name, long size) {
    if (size == 0) {
      throw refused("attachment.empty", "\"" + name + "\" has 0 bytes.");
    }
    long most = settings.maxSize().toBytes();
    if (size > most) {
      String limit = FileSizes.text(most);
      String rounded = FileSizes.text(size);
      throw refused(
          "attachment.too-large",
          "\""
              + name
              + "\" has "
              + (rounded.equals(limit) ? "a little more than " + limit : rounded)
              + "; at most "
              + limit
              + " are taken.");
    }
  }

  private void requireType(String name, FileKind kind, Upload upload) throws IOException {
    if (!content.mayBeCalled(upload.declaredType(), kind)) {
      throw refused(
          "attachment.type-mismatch",
          "\"" + name + "\" was sent as another type than ." + kind.ending() + " stands for.");
    }
    if (!content.is(upload.file(), kind)) {
      throw refused(
          "attachment.type-mismatch",
          "\"" + name + "\" holds something else than ." + kind.ending() + " stands for.");
    }
  }

  private static String sha256(Upload upload) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    try (InputStream in = new DigestInputStream(Files.newInputStream(upload.file()), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Refusal refused(String key, String detail) {
    return Refusal.invalid(key, "file", detail);
  }
}
