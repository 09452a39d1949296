package org.itsmsuite.engine.web;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * What somebody sends to the engine's REST API, as JSON. Texts are looked at where they are ids as
 * a whole, and as business keys where the field says so: what people write is left as it is.
 */
final class SentJson {

  /** Ids of activity instances have the activity's before them. */
  private static final Pattern WHOLE_ID = Pattern.compile("(?:[\\w.-]+:)?" + StandIns.ID.pattern());

  private static final String BUSINESS_KEY = "businesskey";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final byte[] bytes;
  private final JsonNode content;

  private SentJson(byte[] bytes, JsonNode content) {
    this.bytes = bytes;
    this.content = content;
  }

  /** Files and forms carry no ids; their streams are left to those who read them. */
  static boolean isIn(HttpServletRequest request) {
    String type = request.getContentType();
    String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return !"GET".equals(request.getMethod())
        && !kind.startsWith("multipart/")
        && !kind.startsWith("application/x-www-form-urlencoded");
  }

  /**
   * The engine answers for itself what cannot be read.
   *
   * @param most bytes that are taken; of what is longer so many are read that whoever refuses it
   *     sees that
   */
  static SentJson of(HttpServletRequest request, int most) throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(most + 1);
    try {
      return new SentJson(bytes, JSON.readTree(bytes));
    } catch (IOException unreadable) {
      return new SentJson(bytes, null);
    }
  }

  void collect(StandIns.Names names) {
    visit(
        content,
        "",
        (field, text) -> {
          if (WHOLE_ID.matcher(text).matches()) {
            names.idsIn(text);
          } else if (isBusinessKey(field)) {
            names.numbersIn(text);
          }
        });
  }

  private static boolean isBusinessKey(String field) {
    return field.toLowerCase(Locale.ROOT).contains(BUSINESS_KEY);
  }

  private static void visit(JsonNode node, String field, BiConsumer<String, String> reader) {
    if (node == null) {
      return;
    }
    if (node.isTextual()) {
      reader.accept(field, node.textValue());
    }
    if (node.isArray()) {
      node.forEach(one -> visit(one, field, reader));
    }
    node.fields().forEachRemaining(one -> visit(one.getValue(), one.getKey(), reader));
  }

  /** Byte by byte what was sent, if nothing has to be replaced. */
  byte[] with(Map<String, String> others) throws IOException {
    return content == null || content.isMissingNode() || others.isEmpty()
        ? bytes
        : JSON.writeValueAsBytes(replaced(content, "", others));
  }

  private static JsonNode replaced(JsonNode node, String field, Map<String, String> others) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(one -> one.setValue(replaced(one.getValue(), one.getKey(), others)));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, replaced(array.get(i), field, others));
      }
    } else if (node.isTextual()
        && (isBusinessKey(field) || WHOLE_ID.matcher(node.textValue()).matches())) {
      return TextNode.valueOf(StandIns.in(node.textValue(), others));
    }
    return node;
  }
}
