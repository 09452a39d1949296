package org.itsmsuite.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.engine.EngineClock;
import org.itsmsuite.engine.TestEngine;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.Fact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class ModelReleaseTest {

  private static final String FORM = "{\"id\":\"triage\",\n\"components\":[]}";

  private static TestEngine test;
  private final List<ReleaseCheck> checks = new ArrayList<>();
  private ModelRelease release;
  private ContentInMemory content;

  @BeforeAll
  static void start() {
    test = new TestEngine();
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @BeforeEach
  void anEmptyDatabase() {
    test.ledger.clear();
    release =
        new ModelRelease(
            test.engine.getRepositoryService(),
            new InMemoryReleaseStore(),
            () -> TestEngine.recording(test.ledger),
            () -> () -> new Actor("admin", Set.of()),
            new EngineClock(),
            "0.1.0",
            TransactionOperations.withoutTransaction(),
            () -> checks);
    content =
        new ContentInMemory()
            .with("processes/README.md", "not a model")
            .with("processes/incident/incident-triage.bpmn", model("incident-triage"))
            .with("processes/problem/problem-control.bpmn", model("problem-control"))
            .with("forms/incident/triage.form", FORM)
            .with("forms/nobody/other.form", FORM)
            .with("config/calendars/office.yaml", "zone: UTC");
  }

  private static String model(String id) {
    return Bpmn.convertToString(
        Bpmn.createExecutableProcess(id).startEvent("start").userTask("work").endEvent().done());
  }

  @Nested
  class TheFirstTime {

    @Test
    void deploysOneBundlePerPracticeUnderStableNames() {
      List<ReleasedBundle> released = release.releaseAll(content);
      assertThat(released)
          .extracting(ReleasedBundle::bundle)
          .containsExactly("incident", "problem");
      var repository = test.engine.getRepositoryService();
      String id = release.currentDeployment("incident");
      assertThat(repository.getDeploymentResourceNames(id))
          .containsExactlyInAnyOrder(
              "processes/incident/incident-triage.bpmn", "forms/incident/triage.form");
      var deployment = repository.createDeploymentQuery().deploymentId(id).singleResult();
      assertThat(deployment.getName()).isEqualTo("incident");
      assertThat(deployment.getSource()).isEqualTo("itsm-suite release");
    }

    @Test
    void releasesNothingThatAPracticeRefuses() {
      var repository = test.engine.getRepositoryService();
      long deployments = repository.createDeploymentQuery().count();
      checks.add(
          refused -> {
            throw new ContentException("practice.orphan", "a.dmn", "row 1", "traces to nothing");
          });

      assertThatThrownBy(() -> release.releaseAll(content)).hasMessageContaining("practice.orphan");
      assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
      assertThat(test.ledger).isEmpty();
    }

    @Test
    void isAFactInTheLedger() {
      ReleasedBundle incident = release.releaseAll(content).get(0);
      Fact fact = test.ledger.get(0);
      assertThat(fact.record()).isEqualTo("release:incident");
      assertThat(fact.what()).isEqualTo("process.released");
      assertThat(fact.after())
          .containsEntry("bundle", "incident")
          .containsEntry("version", 1)
          .containsEntry("checksum", incident.checksum())
          .containsEntry("files", incident.files());
      assertThat(incident.by()).isEqualTo("admin");
      assertThat(incident.build()).isEqualTo("0.1.0");
    }
  }

  @Nested
  class Afterwards {

    @BeforeEach
    void released() {
      release.releaseAll(content);
      test.ledger.clear();
    }

    @Test
    void deploysNothingIfNothingChanged() {
      long before = test.engine.getRepositoryService().createDeploymentQuery().count();
      assertThat(release.releaseAll(content)).isEmpty();
      assertThat(test.engine.getRepositoryService().createDeploymentQuery().count())
          .isEqualTo(before);
      assertThat(test.ledger).isEmpty();
    }

    @Test
    void takesOtherLineEndsForTheSameContent() {
      content.with("forms/incident/triage.form", FORM.replace("\n", "\r\n"));
      assertThat(release.releaseAll(content)).isEmpty();
    }

    @Test
    void deploysAllFilesOfAChangedBundleAndOnlyOfThat() {
      content.with("forms/incident/triage.form", FORM.replace("[]", "[ ]"));
      String before = release.currentDeployment("incident");
      assertThat(release.releaseAll(content))
          .singleElement()
          .returns("incident", ReleasedBundle::bundle)
          .returns(2, ReleasedBundle::version);
      String after = release.currentDeployment("incident");
      assertThat(after).isNotEqualTo(before);
      assertThat(test.engine.getRepositoryService().getDeploymentResourceNames(after)).hasSize(2);
      assertThat(test.ledger.get(0).before()).containsEntry("version", 1);
    }

    @Test
    void noticesAFileThatIsGone() {
      var less =
          new ContentInMemory()
              .with("processes/incident/incident-triage.bpmn", model("incident-triage"));
      assertThat(release.releaseAll(less)).extracting(ReleasedBundle::version).containsExactly(2);
    }
  }

  @Nested
  class AFaultyFile {

    @Test
    void isNamedWithItsPlace() {
      content.with(
          "processes/incident/incident-triage.bpmn",
          model("incident-triage")
              .replace("<userTask", "<serviceTask camunda:class=\"a.B\"")
              .replace("</userTask", "</serviceTask"));
      assertThatThrownBy(() -> release.releaseAll(content))
          .isInstanceOfSatisfying(
              ContentException.class,
              fault -> {
                assertThat(fault.key()).isEqualTo("model.code");
                assertThat(fault.file()).isEqualTo("processes/incident/incident-triage.bpmn");
                assertThat(fault.place()).startsWith("line ").endsWith("work");
              });
    }

    @Test
    void stopsAllBundlesIfItIsAForm() {
      content.with("forms/problem/x.form", "{}");
      assertThatThrownBy(() -> release.releaseAll(content))
          .isInstanceOf(ContentException.class)
          .hasMessageContaining("forms/problem/x.form");
      assertThatThrownBy(() -> release.currentDeployment("incident"))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mayBeATableInAnotherLanguage() {
      content.with(
          "processes/incident/x.dmn",
          "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'><decision id='x'>"
              + "<literalExpression expressionLanguage='juel'/></decision></definitions>");
      assertThatThrownBy(() -> release.releaseAll(content)).hasMessageContaining("model.code");
    }
  }

  @Test
  void checksumsDependOnNamesAndBytes() {
    var one = Bundle.in(content).get(0);
    content.with("forms/incident/triage2.form", FORM);
    var two = Bundle.in(content).get(0);
    assertThat(one.checksum()).isNotEqualTo(two.checksum()).hasSize(64);
    assertThat(two.checksums().get("forms/incident/triage.form"))
        .isEqualTo(two.checksums().get("forms/incident/triage2.form"));
    assertThat(Map.copyOf(one.checksums())).hasSize(2);
  }
}
