package org.itsmsuite.servicelevel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.FolderContent;

/** The shipped content with some words changed. */
public final class EditedContent implements ContentSource {

  public static final String AGREEMENTS = "config/agreements.yaml";
  public static final String TARGETS = "processes/incident/sla-target.dmn";

  private final ContentSource shipped = new FolderContent(Path.of(""));
  private final Map<String, String> edited = new HashMap<>();

  /** Once, at its first place; it must be there. */
  public EditedContent with(String file, String was, String is) {
    String text = text(file);
    if (!text.contains(was)) {
      throw new AssertionError(file + " does not hold " + was);
    }
    edited.put(file, text.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(is)));
    return this;
  }

  /** The entry of a row of the table of targets. */
  public EditedContent row(int number, String field, String is) {
    String text = text(TARGETS);
    String pattern = "(id=\"(?:in|out)_" + number + "_" + field + "\"><text>)[^<]*";
    if (!Pattern.compile(pattern).matcher(text).find()) {
      throw new AssertionError("No entry " + field + " in row " + number);
    }
    edited.put(TARGETS, text.replaceFirst(pattern, "$1" + Matcher.quoteReplacement(is)));
    return this;
  }

  /** The column of an output of the table of targets. */
  public EditedContent dropOutput(String name) {
    edited.put(
        TARGETS,
        text(TARGETS)
            .replaceAll("(?m)^.*<output id=\"output_" + name + "\".*\\R", "")
            .replaceAll("(?m)^.*<outputEntry id=\"out_\\d+_" + name + "\".*\\R", ""));
    return this;
  }

  public EditedContent without(String file) {
    edited.put(file, null);
    return this;
  }

  private String text(String file) {
    return edited.getOrDefault(file, new String(shipped.read(file), StandardCharsets.UTF_8));
  }

  @Override
  public List<String> list(String folder, String suffix) {
    return shipped.list(folder, suffix).stream().filter(this::exists).toList();
  }

  @Override
  public boolean exists(String name) {
    return shipped.exists(name) && !(edited.containsKey(name) && edited.get(name) == null);
  }

  @Override
  public byte[] read(String name) {
    return edited.get(name) == null
        ? shipped.read(name)
        : edited.get(name).getBytes(StandardCharsets.UTF_8);
  }
}
