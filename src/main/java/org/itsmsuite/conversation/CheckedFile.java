package org.itsmsuite.conversation;

import java.nio.file.Path;

/** A file that {@link FileCheck} has found to be what it says. */
public final class CheckedFile {

  private final String name;
  private final String type;
  private final long size;
  private final String sha256;
  private final Path file;

  CheckedFile(String name, String type, long size, String sha256, Path file) {
    this.name = name;
    this.type = type;
    this.size = size;
    this.sha256 = sha256;
    this.file = file;
  }

  public String name() {
    return name;
  }

  String type() {
    return type;
  }

  long size() {
    return size;
  }

  /** Hexadecimal. */
  public String sha256() {
    return sha256;
  }

  Path file() {
    return file;
  }
}
