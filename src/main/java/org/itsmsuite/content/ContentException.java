package org.itsmsuite.content;

/**
 * A file of the content that cannot be used. The message names file, place and reason in a sentence
 * a person can act on.
 */
public class ContentException extends RuntimeException {

  private final String key;
  private final String file;
  private final String place;
  private final String reason;

  /**
   * @param key stable, such as {@code calendar.no-working-minute}
   * @param file the file's name below its root, such as {@code config/calendars/office.yaml}
   * @param place where in it: a path such as {@code hours.MON[1]}, or {@code line 4, column 7}
   * @param reason what is wrong and what would be right
   */
  public ContentException(String key, String file, String place, String reason) {
    super(file + ": " + place + ": " + reason + " [" + key + "]");
    this.key = key;
    this.file = file;
    this.place = place;
    this.reason = reason;
  }

  public String key() {
    return key;
  }

  public String file() {
    return file;
  }

  public String place() {
    return place;
  }

  /** What is wrong and what would be right, without file and place. */
  public String reason() {
    return reason;
  }
}
