package org.itsmsuite.incident.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.content.ContentSource;
import org.springframework.stereotype.Component;

/**
 * The categories people choose from: those of the triage form, so that they are listed in one
 * place.
 */
@Component
class Categories {

  private static final String FORM = "forms/incident/triage-incident.form";

  record Category(String id, String name) {}

  private final List<Category> all = new ArrayList<>();

  Categories(ContentSource content, ObjectMapper json) {
    try {
      for (JsonNode field : json.readTree(content.read(FORM)).path("components")) {
        if (field.path("key").asText().equals("category")) {
          field
              .path("values")
              .forEach(
                  one ->
                      all.add(
                          new Category(one.path("value").asText(), one.path("label").asText())));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  List<Category> all() {
    return List.copyOf(all);
  }
}
