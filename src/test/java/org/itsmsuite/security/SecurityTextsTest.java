package org.itsmsuite.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people are told about security incidents names the number at most. */
class SecurityTextsTest {

  static List<Path> texts() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("config/notifications"))) {
      return all.filter(file -> file.getFileName().toString().startsWith("security-")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void sayNothingOfTheContent(Path file) throws IOException {
    JsonNode values = new YAMLMapper().readTree(file.toFile()).path("values");

    assertThat(values)
        .isNotEmpty()
        .allSatisfy(value -> assertThat(value.asText()).isIn("number", "link", "clock", "dueAt"));
  }
}
