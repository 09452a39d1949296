package org.itsmsuite.notification;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;

/** The texts of {@code config/notifications}, read and checked once. */
public final class NotificationTemplates {

  private static final String FOLDER = "config/notifications";
  private static final String ENDING = ".yaml";

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private record File(String subject, String body, List<String> values) {}

  private final Map<String, Template> templates = new TreeMap<>();

  /**
   * @throws ContentException for the first file that cannot be used
   */
  public NotificationTemplates(ContentSource content) {
    for (var file : content.list(FOLDER, ENDING)) {
      var name = file.substring(FOLDER.length() + 1, file.length() - ENDING.length());
      templates.put(name, read(file, content.read(file)));
    }
  }

  private static Template read(String file, byte[] bytes) {
    try {
      var read = YAML.readValue(bytes, File.class);
      return new Template(
          file,
          required(file, "subject", read == null ? null : read.subject),
          required(file, "body", read.body),
          read.values == null ? List.of() : read.values);
    } catch (JsonMappingException e) {
      throw new ContentException(
          "notification.unreadable",
          file,
          part(e),
          "This part is unknown or of the wrong kind; a text has a subject and a body, which are"
              + " texts, and values, a list of names.");
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new ContentException(
          "notification.unreadable",
          file,
          at == null ? "file" : "line " + at.getLineNr() + ", column " + at.getColumnNr(),
          e.getOriginalMessage().lines().findFirst().orElse("This is no YAML."));
    } catch (IOException e) {
      throw new ContentException("notification.unreadable", file, "file", e.getMessage());
    }
  }

  private static String part(JsonMappingException e) {
    return e.getPath().isEmpty() || e.getPath().get(0).getFieldName() == null
        ? "file"
        : e.getPath().get(0).getFieldName();
  }

  private static String required(String file, String place, String text) {
    if (text == null) {
      throw new ContentException(
          "notification.no-text", file, place, "A message needs a " + place + ".");
    }
    return text;
  }

  /**
   * @throws ContentException if there is no such file
   */
  Template named(String name) {
    var template = templates.get(name);
    if (template == null) {
      throw new ContentException(
          "notification.unknown-template",
          FOLDER + "/" + name + ENDING,
          "file",
          "There is no such text; there are " + templates.keySet() + ".");
    }
    return template;
  }
}
