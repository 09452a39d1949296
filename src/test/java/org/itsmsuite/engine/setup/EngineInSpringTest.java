package org.itsmsuite.engine.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.itsmsuite.competence.CompetenceRegister;
import org.itsmsuite.competence.Competences;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.duty.DutyRegister;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.EngineClock;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.engine.TestEngine;
import org.itsmsuite.engine.el.SuiteExpressionManager;
import org.itsmsuite.engine.release.ModelRelease;
import org.itsmsuite.engine.web.EngineRestRefusals;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;

@Tag("own-jvm")
class EngineInSpringTest {

  private static final List<Fact> FACTS = new ArrayList<>();
  private static ConfigurableApplicationContext application;
  private static ProcessEngine engine;

  @EnableAutoConfiguration
  @EnableTransactionManagement(proxyTargetClass = true)
  @Import({EngineConfiguration.class, EngineRestRefusals.class})
  static class Application {

    @Bean
    Ledger ledger() {
      return TestEngine.recording(FACTS);
    }

    @Bean
    CurrentUser currentUser() {
      return () -> Actor.SYSTEM;
    }

    @Bean
    ContentSource content() {
      return new Files();
    }

    @Bean
    DutyRegister duties() {
      var none = "duties: []\nlongestException: 1\n";
      return DutyRegister.read(new ContentInMemory().with(DutyRegister.FILE, none));
    }

    @Bean
    CompetenceRegister competences() {
      var none = "skills: []\nneeds: []\n";
      return CompetenceRegister.read(new ContentInMemory().with(CompetenceRegister.FILE, none));
    }

    /** Asks for no skill: there is no task that needs one. */
    @Bean
    Competences proven() {
      return mock(Competences.class);
    }

    /** Keeps nothing apart: there is no task in which a second duty is done. */
    @Bean
    Duties separated() {
      return mock(Duties.class);
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
          .csrf(csrf -> csrf.disable())
          .build();
    }

    /** Behind a proxy, as a bean with transactions is. */
    @Bean
    RecordDelegate recordDelegate() {
      return new RecordDelegate();
    }
  }

  @PublishedToModels
  @Transactional
  static class RecordDelegate implements JavaDelegate {
    @Override
    public void execute(DelegateExecution step) {
      step.setVariable("recorded", true);
    }
  }

  private static final Map<String, String> FILES =
      Map.of(
          "processes/test/spring-test.bpmn",
          Bpmn.convertToString(
              Bpmn.createExecutableProcess("spring-test")
                  .startEvent()
                  .serviceTask("record")
                  .camundaDelegateExpression("${recordDelegate}")
                  .userTask("work")
                  .camundaFormRef("work")
                  .camundaFormRefBinding("deployment")
                  .endEvent()
                  .done()),
          "forms/test/work.form",
          """
          {"id": "work", "components": [
            {"type": "textfield", "key": "title", "validate": {"required": true}},
            {"type": "checklist", "key": "tags", "values": [{"value": "a"}]}]}
          """);

  private static class Files implements ContentSource {
    @Override
    public List<String> list(String folder, String suffix) {
      return FILES.keySet().stream()
          .filter(name -> name.startsWith(folder + "/") && name.endsWith(suffix))
          .toList();
    }

    @Override
    public boolean exists(String name) {
      return FILES.containsKey(name);
    }

    @Override
    public byte[] read(String name) {
      return FILES.get(name).getBytes(StandardCharsets.UTF_8);
    }
  }

  @BeforeAll
  static void start() {
    application =
        new SpringApplicationBuilder(Application.class)
            .properties(
                Map.of(
                    "server.port",
                    "0",
                    "spring.config.location",
                    "optional:classpath:/none/",
                    "spring.datasource.url",
                    "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                    "spring.flyway.locations",
                    "classpath:db/migration/common,classpath:db/migration/{vendor}",
                    "spring.flyway.default-schema",
                    "ITSM",
                    "spring.flyway.create-schemas",
                    "true",
                    "camunda.bpm.auto-deployment-enabled",
                    "false",
                    "camunda.bpm.job-execution.enabled",
                    "false",
                    "itsm.engine.history",
                    "activity"))
            .run();
    engine = application.getBean(ProcessEngine.class);
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void theStarterTakesOurPlugin() {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    assertThat(configuration.getExpressionManager()).isInstanceOf(SuiteExpressionManager.class);
    assertThat(configuration.getHistoryLevel().getName()).isEqualTo("activity");
    assertThat(configuration.getHistoryCleanupStrategy()).isEqualTo("endTimeBased");
    assertThat(configuration.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
    assertThat(application.getBean(Clock.class)).isInstanceOf(EngineClock.class);
  }

  @Test
  void theStartReleasesTheModels() {
    String deployment = application.getBean(ModelRelease.class).currentDeployment("test");
    assertThat(engine.getRepositoryService().getDeploymentResourceNames(deployment))
        .containsExactlyInAnyOrderElementsOf(FILES.keySet());
    assertThat(FACTS).extracting(Fact::what).containsExactly("process.released");
    assertThat(application.getBean(ModelRelease.class).releaseAll(new Files())).isEmpty();
  }

  @Test
  void modelsCallPublishedBeansAlsoBehindAProxy() {
    assertThat(application.getBean("recordDelegate").getClass()).isNotEqualTo(RecordDelegate.class);
    String instance =
        EngineCalls.internally(
            () -> engine.getRuntimeService().startProcessInstanceByKey("spring-test").getId());
    assertThat(engine.getRuntimeService().getVariable(instance, "recorded")).isEqualTo(true);
  }

  @Test
  void nobodyDeploysDirectly() {
    assertThatThrownBy(
            () -> engine.getRepositoryService().createDeployment().addString("x", "x").deploy())
        .isInstanceOf(AuthorizationException.class);
  }

  @Nested
  class OverTheRestApi {

    @Test
    void aDirectDeploymentIsRefusedUnderBothAddresses() throws Exception {
      for (String address : List.of("", "/engine/default")) {
        String body =
            "--x\r\nContent-Disposition: form-data; name=\"a.bpmn\"; filename=\"a.bpmn\"\r\n"
                + "Content-Type: application/xml\r\n\r\n<a/>\r\n--x--\r\n";
        var answer =
            post(
                "/engine-rest" + address + "/deployment/create",
                "multipart/form-data; boundary=x",
                body);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"message\":\"engine.release-only: ");
      }
    }

    @Test
    void aWrongFormIsRefusedAndARightOneCompletesTheTask() throws Exception {
      String instance =
          EngineCalls.internally(
              () -> engine.getRuntimeService().startProcessInstanceByKey("spring-test").getId());
      String task =
          engine
              .getTaskService()
              .createTaskQuery()
              .processInstanceId(instance)
              .singleResult()
              .getId();
      for (String way : List.of("complete", "submit-form", "bpmnError")) {
        var answer =
            post(
                "/engine-rest/task/" + task + "/" + way,
                "application/json",
                "{\"errorCode\":\"x\",\"variables\":{\"oops\":{\"value\":1}}}");
        assertThat(answer.statusCode()).as("%s: %s", way, answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"message\":\"form.extra-variable: ");
      }
      // As the tasklist sends it: scalars without a type, lists as Json.
      var right =
          post(
              "/engine-rest/task/" + task + "/submit-form",
              "application/json",
              """
              {"variables": {"title": {"value": "VPN down"},
                             "tags": {"type": "Json", "value": "[\\"a\\"]"}}}
              """);
      assertThat(right.statusCode()).as(right.body()).isEqualTo(204);
    }

    private static HttpResponse<String> post(String path, String type, String body)
        throws Exception {
      String port = application.getEnvironment().getProperty("local.server.port");
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
              .header("Content-Type", type)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
