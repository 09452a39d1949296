package org.itsmsuite.incident.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.itsmsuite.incident.Incident;

/**
 * What a task is called in lists: step, priority and number; and the title if everybody may know.
 */
final class IncidentTaskName {

  private IncidentTaskName() {}

  static String of(String step, Incident incident, boolean restricted) {
    String name = step + ": " + incident.assessment().priority() + " " + incident.number();
    return restricted ? name : name + " " + incident.report().title();
  }

  /** The same task's name from the time on at which the priority is another. */
  static String withPriority(String name, String was, Incident incident) {
    String number = " " + incident.number();
    return name.replaceFirst(
        Pattern.quote(" " + was + number),
        Matcher.quoteReplacement(" " + incident.assessment().priority() + number));
  }

  /** The same task's name from the time on at which the record is restricted. */
  static String withoutTitle(String name, Incident incident) {
    String title = " " + incident.report().title();
    return name.endsWith(title)
        ? name.substring(0, name.length() - title.length())
        : name.replace(title, "");
  }

  /** The same task's name from the time on at which everybody may know of the record again. */
  static String withTitle(String name, Incident incident) {
    return name.endsWith(" " + incident.number()) ? name + " " + incident.report().title() : name;
  }
}
