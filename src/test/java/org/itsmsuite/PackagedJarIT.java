package org.itsmsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.itsmsuite.web.Reports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is delivered, started as it is delivered: the jar, on an empty data folder. */
class PackagedJarIT {

  private static final Path JAR = Path.of("target/itsm-suite.jar");

  @TempDir Path data;
  private StartedSuite suite;

  @AfterEach
  void stop() {
    if (suite != null) {
      suite.stop();
    }
  }

  private void start(List<String> how) {
    suite = StartedSuite.start(data, how);
  }

  private List<String> jar() {
    return List.of("-jar", JAR.toAbsolutePath().toString());
  }

  private List<String> buildFolder() {
    String libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                entry -> entry.endsWith(".jar") && !entry.endsWith(JAR.getFileName().toString()))
            .collect(Collectors.joining(File.pathSeparator));
    return List.of(
        "-cp", "target/classes" + File.pathSeparator + libraries, ItsmSuite.class.getName());
  }

  @Test
  void keepsItsRecordsAndMakesNoNewVersionOfWhatDidNotChange() {
    start(jar());
    assertThat(suite.output()).contains("The ITSM Process Suite is ready.", "agent");
    String number = Reports.reported(suite.as("requester"), Reports.report());
    int deployments = deployments();
    assertThat(versions()).isNotEmpty().containsOnly(1);
    suite.stop();

    start(jar());
    assertThat(suite.as("requester").get("/api/incidents/" + number).at("title"))
        .isEqualTo("E-mail does not arrive");
    assertThat(deployments()).isEqualTo(deployments);
    assertThat(versions()).containsOnly(1);
    suite.stop();

    start(buildFolder());
    assertThat(suite.as("requester").get("/api/incidents/" + number).status()).isEqualTo(200);
    assertThat(deployments()).isEqualTo(deployments);
    assertThat(versions()).containsOnly(1);
  }

  private int deployments() {
    return suite.as("admin").get("/engine-rest/deployment/count").body().get("count").intValue();
  }

  private List<Integer> versions() {
    return suite
        .as("admin")
        .get("/engine-rest/process-definition")
        .body()
        .findValues("version")
        .stream()
        .map(JsonNode::intValue)
        .toList();
  }
}
