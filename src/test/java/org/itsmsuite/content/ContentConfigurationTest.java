package org.itsmsuite.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

class ContentConfigurationTest {

  private final ApplicationContextRunner suite =
      new ApplicationContextRunner().withUserConfiguration(ContentConfiguration.class);

  @Test
  void readsWhatTheJarCarriesByDefault() {
    suite.run(
        context ->
            assertThat(context.getBean(ContentSource.class)).isInstanceOf(ClassPathContent.class));
  }

  @Test
  void readsTheFolderSomebodyNamed(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/here.yaml"), "a: b");

    suite
        .withPropertyValues("itsm.content=" + folder)
        .run(
            context ->
                assertThat(context.getBean(ContentSource.class).exists("config/here.yaml"))
                    .isTrue());
  }

  @Test
  void aFolderThatDoesNotExistStopsTheStartWithASentence() {
    suite
        .withPropertyValues("itsm.content=/no/such/folder")
        .run(
            context ->
                assertThat(analysis(context.getStartupFailure()).getDescription())
                    .contains("/no/such/folder")
                    .contains("there is no such folder")
                    .contains("content.missing-folder"));
  }

  /** As the application does it: the analyzers are found by their registration. */
  private static FailureAnalysis analysis(Throwable failure) {
    return SpringFactoriesLoader.forDefaultResourceLocation()
        .load(FailureAnalyzer.class, (type, name, problem) -> {})
        .stream()
        .map(analyzer -> analyzer.analyze(failure))
        .filter(analysis -> analysis != null)
        .findFirst()
        .orElseThrow();
  }
}
