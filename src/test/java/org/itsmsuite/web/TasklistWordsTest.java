package org.itsmsuite.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The words that stand in for Tasklist's own until those have come. */
class TasklistWordsTest {

  private static final String TASKLIST = "META-INF/resources/webjars/camunda/app/tasklist/";
  private static final Pattern WORD = Pattern.compile("([A-Z_]+): '([^']+)'");
  private static final Pattern SORTED_BY = Pattern.compile("uniqueProps=\\{([^}]*)}");
  private static final Pattern KEY = Pattern.compile("instant\\(\"([A-Z_]+)\"\\)");

  private static String file(String name) throws IOException {
    return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
  }

  private static Map<String, String> words() throws IOException {
    var words = new LinkedHashMap<String, String>();
    WORD.matcher(file(TASKLIST + "custom/words.js"))
        .results()
        .forEach(found -> words.put(found.group(1), found.group(2)));
    return words;
  }

  @Test
  void areThereForAllThatTheListCanBeSortedBy() throws IOException {
    var sorted = SORTED_BY.matcher(file("META-INF/resources/plugin/tasklist/app/plugin.js"));
    assertThat(sorted.find()).isTrue();
    assertThat(KEY.matcher(sorted.group(1)).results().map(found -> found.group(1)))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(words().keySet());
  }

  @Test
  void areTasklistsOwn() throws IOException {
    JsonNode labels =
        new ObjectMapper()
            .readTree(file(TASKLIST + "locales/en.json").replace("\uFEFF", ""))
            .path("labels");
    words().forEach((key, word) -> assertThat(labels.path(key).asText()).as(key).isEqualTo(word));
  }

  @Test
  void areNamedByTheScriptThatTasklistReads() throws IOException {
    assertThat(file(TASKLIST + "scripts/config.js"))
        .contains("ngDeps: ['suite.words']", "deps: ['words']", "words: 'custom/words'");
  }
}
