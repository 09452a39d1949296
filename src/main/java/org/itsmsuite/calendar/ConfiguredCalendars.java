package org.itsmsuite.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.itsmsuite.calendar.CalendarVersionStore.Stored;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.content.YamlFile;

/**
 * The calendars of {@code config/calendars/<name>.yaml}, read once. A content that differs from the
 * newest kept one, order and comments aside, becomes the next version.
 */
public final class ConfiguredCalendars implements Calendars {

  private static final String FOLDER = "config/calendars";
  private static final String SUFFIX = ".yaml";

  private final CalendarVersionStore store;
  private final Clock clock;
  private final Map<String, CalendarVersion> current = new TreeMap<>();
  private final Map<String, CalendarVersion> pinned = new ConcurrentHashMap<>();

  /**
   * Reads all calendars before it keeps any.
   *
   * @throws ContentException if a file is faulty
   */
  public ConfiguredCalendars(ContentSource content, CalendarVersionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    var calendars = new TreeMap<String, WorkingCalendar>();
    for (String file : content.list(FOLDER, "")) {
      calendars.put(name(file), CalendarFormat.read(YamlFile.of(content, file).tree(), file, ""));
    }
    calendars.forEach((name, calendar) -> current.put(name, release(name, calendar)));
  }

  @Override
  public CalendarVersion current(String name) {
    CalendarVersion version = name == null ? null : current.get(name);
    if (version == null) {
      throw UnknownCalendarException.of(name, current.keySet());
    }
    return version;
  }

  @Override
  public CalendarVersion version(String name, int version) {
    return pinned.computeIfAbsent(
        name + "/" + version,
        unread ->
            store
                .find(name, version)
                .map(ConfiguredCalendars::read)
                .orElseThrow(
                    () ->
                        new UnknownCalendarException(
                            "There is no version "
                                + version
                                + " of calendar "
                                + Quoted.text(name)
                                + ".")));
  }

  private CalendarVersion release(String name, WorkingCalendar calendar) {
    String content = CalendarFormat.canonical(calendar);
    String checksum = sha256(content);
    while (true) {
      Optional<Stored> newest = store.newest(name);
      if (newest.isPresent() && newest.get().checksum().equals(checksum)) {
        return remembered(new CalendarVersion(name, newest.get().version(), calendar));
      }
      int next = newest.map(Stored::version).orElse(0) + 1;
      // False if another node was faster; then its content is the newest to compare with.
      if (store.add(new Stored(name, next, checksum, content, clock.instant()))) {
        return remembered(new CalendarVersion(name, next, calendar));
      }
    }
  }

  private CalendarVersion remembered(CalendarVersion version) {
    pinned.put(version.name() + "/" + version.version(), version);
    return version;
  }

  private static CalendarVersion read(Stored stored) {
    return new CalendarVersion(
        stored.name(), stored.version(), CalendarFormat.parse(stored.content()));
  }

  private static String name(String file) {
    String name = file.substring(FOLDER.length() + 1);
    if (!name.matches("[a-z0-9][a-z0-9-]{0,63}\\" + SUFFIX)) {
      throw new ContentException(
          "calendar.bad-file-name",
          file,
          "file name",
          "a calendar's file is named as the calendar, of small letters, digits and hyphens, and"
              + " ends in "
              + SUFFIX);
    }
    return name.substring(0, name.length() - SUFFIX.length());
  }

  private static String sha256(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
