package org.itsmsuite.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathContentTest {

  @Nested
  class InTheBuildFolder {

    private final ContentSource content = new ClassPathContent();

    @Test
    void listsTheShippedCalendars() {
      assertThat(content.list("config/calendars", ".yaml"))
          .contains("config/calendars/office-hours.yaml", "config/calendars/extended-hours.yaml")
          .isSorted();
    }

    @Test
    void readsAFileItLists() {
      assertThat(new String(content.read("config/services.yaml"), StandardCharsets.UTF_8))
          .contains("EXAMPLE DATA");
    }

    @Test
    void findsNothingInAFolderThatDoesNotExist() {
      assertThat(content.list("config/nowhere", ".yaml")).isEmpty();
    }

    @Test
    void aMissingFileIsNamed() {
      assertThat(content.exists("config/nowhere.yaml")).isFalse();
      assertThatThrownBy(() -> content.read("config/nowhere.yaml"))
          .isInstanceOf(ContentException.class)
          .hasMessageContaining("config/nowhere.yaml")
          .hasMessageContaining("content.missing-file");
    }

    @Test
    void aFolderIsNoFile() {
      assertThat(content.exists("config/calendars")).isFalse();
    }

    @Test
    void aNameThatLeadsUpwardsIsRefused() {
      assertThatThrownBy(() -> content.read("config/../application.yaml"))
          .hasMessageContaining("content.outside-root");
    }
  }

  @Nested
  class InAJar {

    @TempDir Path folder;

    @Test
    void listsAndReadsAsInAFolder() throws IOException {
      try (var loader = new URLClassLoader(new URL[] {jar()}, null)) {
        ContentSource content = new ClassPathContent(loader);

        assertThat(content.list("forms", ".form"))
            .containsExactly("forms/incident/a form.form", "forms/incident/b.form");
        assertThat(content.list("forms", "")).hasSize(3);
        assertThat(content.exists("forms/incident/a form.form")).isTrue();
        assertThat(content.read("forms/incident/b.form")).asString().isEqualTo("b");
        assertThat(content.exists("forms/incident")).isFalse();
      }
    }

    private URL jar() throws IOException {
      Path file = folder.resolve("content.jar");
      try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
        for (String name : List.of("forms/", "forms/incident/")) {
          jar.putNextEntry(new JarEntry(name));
        }
        for (String name : List.of("b.form", "a form.form", "notes.txt")) {
          jar.putNextEntry(new JarEntry("forms/incident/" + name));
          jar.write(name.substring(0, 1).getBytes(StandardCharsets.UTF_8));
        }
      }
      return file.toUri().toURL();
    }
  }
}
