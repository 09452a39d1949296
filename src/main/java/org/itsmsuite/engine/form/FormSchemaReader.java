package org.itsmsuite.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.itsmsuite.content.ContentException;

/**
 * Reads a Camunda Form and refuses what the tasklist's viewer or this server would not understand,
 * so that it is noticed at the release and not at somebody's task.
 */
public final class FormSchemaReader {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> WITHOUT_VALUE =
      Set.of(
          "text", "html", "image", "iframe", "separator", "spacer", "button", "table", "default");

  private final String file;
  private final List<FormField> fields = new ArrayList<>();

  private FormSchemaReader(String file) {
    this.file = file;
  }

  /**
   * Checks a form before it is released.
   *
   * @throws ContentException naming the component that cannot be used
   */
  public static void check(String file, byte[] form) {
    read(file, form);
  }

  static FormSchema read(String file, byte[] form) {
    return new FormSchemaReader(file).read(form);
  }

  private FormSchema read(byte[] form) {
    JsonNode root;
    try {
      root = MAPPER.readTree(form);
    } catch (JsonProcessingException broken) {
      var at = broken.getLocation();
      throw fault(
          "form.invalid-json",
          "line " + at.getLineNr() + ", column " + at.getColumnNr(),
          broken.getOriginalMessage());
    } catch (IOException broken) {
      throw fault("form.invalid-json", "the file", broken.getMessage());
    }
    if (!root.path("id").isTextual() || !root.path("components").isArray()) {
      throw fault("form.invalid", "id, components", "a form has an id and a list of components");
    }
    readAll(root.path("components"), "components", List.of());
    return new FormSchema(root.path("id").asText(), List.copyOf(fields));
  }

  private void readAll(JsonNode components, String place, List<String> hiddenAround) {
    int index = 0;
    for (JsonNode component : components) {
      readOne(component, place + "[" + index++ + "]", hiddenAround);
    }
  }

  private void readOne(JsonNode component, String place, List<String> hiddenAround) {
    String type = component.path("type").asText();
    List<String> hide = new ArrayList<>(hiddenAround);
    if (component.at("/conditional/hide").isTextual()) {
      hide.add(component.at("/conditional/hide").asText());
    }
    if (type.equals("group")) {
      if (component.hasNonNull("path") && !component.path("path").asText().isEmpty()) {
        throw fault("form.unsupported-path", place, "a group has no path here; leave it empty");
      }
      readAll(component.path("components"), place + ".components", hide);
    } else if (!WITHOUT_VALUE.contains(type)) {
      add(field(component, type, place, hide), place);
    }
  }

  private void add(FormField field, String place) {
    if (fields.stream().anyMatch(other -> other.key().equals(field.key()))) {
      throw fault("form.duplicate-key", place, "the key '" + field.key() + "' is used twice");
    }
    fields.add(field);
  }

  private FormField field(JsonNode component, String type, String place, List<String> hide) {
    FormField.Type known;
    try {
      known = FormField.Type.valueOf(type.toUpperCase());
    } catch (IllegalArgumentException unknown) {
      throw fault(
          "form.unsupported-component",
          place,
          "the component '" + type + "' cannot be used in a task's form");
    }
    String key = component.path("key").asText();
    if (!KEY.matcher(key).matches()) {
      throw fault(
          "form.invalid-key", place, "'" + key + "' is no key: letters, digits and _ are allowed");
    }
    try {
      return new FormField(
          key,
          component.path("label").asText(null),
          known,
          component.path("disabled").asBoolean(false),
          component.path("readonly").asText("false"),
          List.copyOf(hide),
          FieldRules.of(properties(component.path("validate"))),
          options(component, known, place),
          properties(component));
    } catch (PatternSyntaxException wrong) {
      throw fault("form.invalid-pattern", place + ".validate.pattern", wrong.getMessage());
    }
  }

  private FieldOptions options(JsonNode component, FormField.Type type, String place) {
    if (!type.isChoice() && !type.isList()) {
      return new FieldOptions(null, null, null);
    }
    JsonNode values = component.path("values");
    String key = component.path("valuesKey").asText(null);
    String expression = component.path("valuesExpression").asText(null);
    if (values.isMissingNode() && key == null && expression == null) {
      throw fault("form.no-options", place, "a choice needs values, a valuesKey or an expression");
    }
    List<?> own = values.isArray() ? MAPPER.convertValue(values, List.class) : null;
    return new FieldOptions(own, key, expression);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> properties(JsonNode node) {
    return node.isObject()
        ? MAPPER.convertValue(node, LinkedHashMap.class)
        : new LinkedHashMap<String, Object>();
  }

  private ContentException fault(String key, String place, String reason) {
    return new ContentException(key, file, place, reason);
  }
}
