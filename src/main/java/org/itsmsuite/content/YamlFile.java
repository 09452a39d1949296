package org.itsmsuite.content;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A configuration file, read strictly: an unknown field, a field given twice, a value of another
 * type or text that is not UTF-8 is a {@link ContentException} with file, place and reason. JSON is
 * YAML, so it reads JSON as well.
 */
public final class YamlFile {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
  private static final ObjectMapper MAPPER = strictMapper();

  private final String name;
  private final String text;

  private YamlFile(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * @throws ContentException {@code content.missing-file}, {@code content.not-utf8} or {@code
   *     content.empty-file}
   */
  public static YamlFile of(ContentSource source, String name) {
    return of(name, decoded(name, source.read(name)));
  }

  /**
   * A text that came another way.
   *
   * @param name what errors call it
   */
  public static YamlFile of(String name, String text) {
    if (text.isBlank()) {
      throw new ContentException("content.empty-file", name, "whole file", "the file is empty");
    }
    return new YamlFile(name, text);
  }

  /** The content as a tree; where its fields mean something, the caller checks them. */
  public JsonNode tree() {
    return as(JsonNode.class);
  }

  /**
   * The content as a record of strings, numbers, lists and such records. What may be missing is up
   * to the caller: see {@link #text}, {@link #id}.
   */
  public <T> T as(Class<T> type) {
    try {
      T content = MAPPER.readValue(text, type);
      if (content == null) {
        throw new ContentException("content.empty-file", name, "whole file", "the file is empty");
      }
      return content;
    } catch (IOException e) {
      throw YamlFaults.explain(name, e);
    }
  }

  /** An error in this file, to be thrown. */
  public ContentException fault(String key, String place, String reason) {
    return new ContentException(key, name, place, reason);
  }

  /** The text, which must be there: {@code content.missing-value}. */
  public String text(String value, String place) {
    if (value == null || value.isBlank()) {
      throw fault("content.missing-value", place, "a text is needed here");
    }
    return value;
  }

  /** The list, empty if there is none, without empty entries. */
  public <T> List<T> list(List<T> values, String place) {
    List<T> list = values == null ? List.of() : values;
    int index = 0;
    for (T value : list) {
      if (value == null) {
        throw fault("content.missing-value", place + "[" + index + "]", "this entry is empty");
      }
      index++;
    }
    return list;
  }

  /** A short and stable name: small letters, digits and hyphens ({@code content.bad-id}). */
  public String id(String value, String place) {
    if (!ID.matcher(text(value, place)).matches()) {
      throw fault(
          "content.bad-id",
          place,
          Quoted.text(value) + " is no id; ids are of small letters, digits and hyphens");
    }
    return value;
  }

  /** An e-mail address or null ({@code content.bad-email}). */
  public String emailOrNull(String value, String place) {
    if (value != null && !EMAIL.matcher(value).matches()) {
      throw fault("content.bad-email", place, Quoted.text(value) + " is no e-mail address");
    }
    return value;
  }

  /** No id twice ({@code content.duplicate-id}); {@code list} is where they stand. */
  public void distinct(Collection<String> ids, String list) {
    var seen = new HashSet<String>();
    int index = 0;
    for (String id : ids) {
      if (id != null && !seen.add(id)) {
        throw fault(
            "content.duplicate-id",
            list + "[" + index + "]",
            Quoted.text(id) + " stands here a second time");
      }
      index++;
    }
  }

  private static String decoded(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ContentException(
          "content.not-utf8", name, "whole file", "the file is not saved as UTF-8 text");
    }
  }

  private static ObjectMapper strictMapper() {
    return YAMLMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }
}
