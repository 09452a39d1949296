package org.itsmsuite.content;

import java.util.Arrays;

/** Which names may be asked of a content source: relative ones that stay below the root. */
final class ContentNames {

  private ContentNames() {}

  /** The name itself; refused with {@code content.outside-root} if it could lead elsewhere. */
  static String checked(String name) {
    boolean leadsElsewhere =
        name.isBlank()
            || name.startsWith("/")
            || name.contains("\\")
            || name.contains(":")
            || name.chars().anyMatch(Character::isISOControl)
            || Arrays.stream(name.split("/", -1)).anyMatch(ContentNames::isNoOrdinaryStep);
    if (leadsElsewhere) {
      throw outsideRoot(name);
    }
    return name;
  }

  /** A folder may be written with or without a slash at its end. */
  static String folder(String name) {
    return checked(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
  }

  static ContentException outsideRoot(String name) {
    return new ContentException(
        "content.outside-root",
        Quoted.text(name),
        "name",
        "only files below the content's root can be read, named with / between folders");
  }

  static ContentException missing(String name) {
    return new ContentException(
        "content.missing-file", name, "whole file", "there is no such file in the content");
  }

  private static boolean isNoOrdinaryStep(String step) {
    return step.isEmpty() || step.equals(".") || step.equals("..");
  }
}
