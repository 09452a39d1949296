package org.itsmsuite.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderContentTest {

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void twoModelsAndASecret() throws IOException {
    root = Files.createDirectories(folder.resolve("root"));
    Files.createDirectories(root.resolve("processes/incident"));
    Files.writeString(root.resolve("processes/incident/triage.bpmn"), "triage");
    Files.writeString(root.resolve("processes/incident/priority.dmn"), "priority");
    Files.writeString(root.resolve("processes/incident/.hidden.bpmn"), "hidden");
    Files.writeString(folder.resolve("secret.txt"), "secret");
  }

  @Test
  void listsBySuffixWithTheFolderAsPrefix() {
    var content = new FolderContent(root);

    assertThat(content.list("processes", ".bpmn"))
        .containsExactly("processes/incident/triage.bpmn");
    assertThat(content.list("processes/incident/", "")).hasSize(2);
    assertThat(content.list("forms", ".form")).isEmpty();
  }

  @Test
  void readsWhatItLists() {
    var content = new FolderContent(root);

    assertThat(content.exists("processes/incident/triage.bpmn")).isTrue();
    assertThat(content.read("processes/incident/triage.bpmn")).asString().isEqualTo("triage");
    assertThat(content.exists("processes/incident")).isFalse();
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> new FolderContent(root).read("processes/none.bpmn"))
        .hasMessageContaining("processes/none.bpmn")
        .hasMessageContaining("content.missing-file");
  }

  @Test
  void aRootThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> new FolderContent(root.resolve("nowhere")))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("content.missing-folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.txt",
        "processes/../../secret.txt",
        "/etc/hostname",
        "processes\\..\\..\\secret.txt",
        "./processes/x",
        "processes//x",
        "C:/secret.txt",
        "a\u0000b",
        ""
      })
  void aNameThatLeadsElsewhereIsRefused(String name) {
    var content = new FolderContent(root);

    assertThatThrownBy(() -> content.read(name)).hasMessageContaining("content.outside-root");
    assertThatThrownBy(() -> content.exists(name)).hasMessageContaining("content.outside-root");
    assertThatThrownBy(() -> content.list(name, "")).hasMessageContaining("content.outside-root");
  }

  @Test
  void aLinkThatLeadsOutIsRefused() throws IOException {
    Files.createSymbolicLink(root.resolve("processes/link.txt"), folder.resolve("secret.txt"));
    Files.createSymbolicLink(root.resolve("out"), folder);
    var content = new FolderContent(root);

    assertThatThrownBy(() -> content.read("processes/link.txt"))
        .hasMessageContaining("content.outside-root");
    assertThatThrownBy(() -> content.read("out/secret.txt"))
        .hasMessageContaining("content.outside-root");
    assertThatThrownBy(() -> content.list("out", "")).hasMessageContaining("content.outside-root");
  }
}
