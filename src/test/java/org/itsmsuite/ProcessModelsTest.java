package org.itsmsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.ConfiguredSupportGroups;
import org.itsmsuite.identity.SupportGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model and form of the suite keeps to, read from the files themselves. */
class ProcessModelsTest {

  private static final List<String> METADATA =
      List.of("owner", "purpose", "clauses2011", "clauses2018", "inputs", "outputs", "pdca");

  /** Components that the form viewer of Tasklist 7.24 (form-js 1.8.7) knows. */
  private static final Set<String> KNOWN_COMPONENTS =
      Set.of(
          "checkbox",
          "checklist",
          "datetime",
          "group",
          "number",
          "radio",
          "select",
          "separator",
          "spacer",
          "taglist",
          "text",
          "textarea",
          "textfield");

  static List<Path> models() throws IOException {
    return files("processes", ".bpmn");
  }

  static List<Path> tables() throws IOException {
    return files("processes", ".dmn");
  }

  static List<Path> forms() throws IOException {
    return files("forms", ".form");
  }

  private static List<Path> files(String folder, String suffix) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      List<Path> found = all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
      assertThat(found).as("there are files to look at").isNotEmpty();
      return found;
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void aModelIsNamedAsItsFileAndSaysWhatItIsFor(Path file) {
    Process process = process(file);

    assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
    assertThat(process.getCamundaVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
    assertThat(process.getDocumentations()).isNotEmpty();
    Map<String, String> metadata =
        process
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaProperties.class)
            .singleResult()
            .getCamundaProperties()
            .stream()
            .collect(
                Collectors.toMap(
                    CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
    assertThat(metadata.keySet()).containsAll(METADATA);
    assertThat(metadata.values()).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyElementIsNamedByHand(Path file) {
    assertThat(all(file, FlowElement.class))
        .allSatisfy(
            element ->
                assertThat(element.getId())
                    .matches(
                        "(startEvent|endEvent|event|throwEvent|gateway|serviceTask|userTask|businessRuleTask|subProcess|eventSubProcess|callActivity|flow)_[a-z][A-Za-z_]*"));
    assertThat(all(file, FlowNode.class))
        .filteredOn(node -> node.getElementType().getTypeName().endsWith("Task"))
        .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("models")
  void aGatewayThatDecidesAsks(Path file) {
    assertThat(all(file, ExclusiveGateway.class))
        .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
        .allSatisfy(gateway -> assertThat(gateway.getName()).as(gateway.getId()).endsWith("?"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aServiceTaskPointsToTheDelegateOfItsOwnName(Path file) {
    assertThat(all(file, ServiceTask.class))
        .allSatisfy(
            task -> {
              String verb = task.getId().substring("serviceTask_".length());
              String delegate =
                  task.getCamundaDelegateExpression().replaceAll("[${}]|Delegate", "");
              assertThat(verb).as(task.getId()).startsWith(delegate);
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void aUserTaskHasAFormAndAGroupOrIsSomebodysOwn(Path file) {
    assertThat(all(file, UserTask.class))
        .allSatisfy(
            task -> {
              assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
              assertThat(Path.of("forms", practice(file), task.getCamundaFormRef() + ".form"))
                  .exists();
              // A vote is a member's own: no group may take it over.
              assertThat(
                      task.getCamundaAssignee() == null
                          ? task.getCamundaCandidateGroups()
                          : task.getCamundaAssignee())
                  .isNotBlank();
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void tablesAndCalledPartsAreOfTheSameBundle(Path file) {
    assertThat(all(file, BusinessRuleTask.class))
        .allSatisfy(
            task -> {
              assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("deployment");
              assertThat(file.resolveSibling(task.getCamundaDecisionRef() + ".dmn")).exists();
            });
    assertThat(all(file, CallActivity.class))
        .allSatisfy(
            call -> {
              assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
              assertThat(file.resolveSibling(call.getCalledElement() + ".bpmn")).exists();
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void messagesAreNamedAfterTheirPracticeAndThoseThatLeaveCarryTheirInterface(Path file) {
    assertThat(all(file, Message.class))
        .allSatisfy(
            message -> assertThat(message.getName()).matches(practice(file) + "\\.[a-z][A-Za-z]+"));
    Stream.concat(
            all(file, IntermediateThrowEvent.class).stream(), all(file, EndEvent.class).stream())
        .map(ThrowEvent.class::cast)
        .filter(
            event ->
                event.getEventDefinitions().stream()
                    .anyMatch(MessageEventDefinition.class::isInstance))
        .forEach(
            event ->
                assertThat(
                        event.getAttributeValueNs(
                            "https://itsmsuite.org/schema/bpmn/1.0", "interface"))
                    .as(event.getId())
                    .matches("I-\\d{2}"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableIsNamedAsItsFile(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".dmn", "");

    assertThat(Files.readString(file))
        .contains(
            "<decision id=\"" + name + "\"",
            "camunda:versionTag=\"",
            "camunda:historyTimeToLive=\"",
            "<description>");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aFormUsesOnlyWhatTasklistKnows(Path file) throws IOException {
    JsonNode form = new ObjectMapper().readTree(file.toFile());

    assertThat(form.get("id").asText() + ".form").isEqualTo(file.getFileName().toString());
    assertThat(form.get("schemaVersion").asInt()).isLessThanOrEqualTo(16);
    assertThat(form.get("components"))
        .allSatisfy(one -> assertThat(KNOWN_COMPONENTS).contains(one.get("type").asText()));
  }

  /** Forms list the groups by name; the list must not promise one that does not exist. */
  @ParameterizedTest
  @MethodSource("forms")
  void aFormOffersOnlyGroupsThatExist(Path file) throws IOException {
    Set<String> groups =
        new ConfiguredSupportGroups(new FolderContent(Path.of("")))
            .all().stream().map(SupportGroup::id).collect(Collectors.toSet());
    for (JsonNode component : new ObjectMapper().readTree(file.toFile()).get("components")) {
      if (component.path("key").asText().equals("handOverTo")) {
        Set<String> offered = new TreeSet<>();
        component.get("values").forEach(value -> offered.add(value.get("value").asText()));
        assertThat(groups).containsAll(offered);
      }
    }
  }

  @Test
  void everyProcessHasItsLineInTheOverview() throws IOException {
    String overview = Files.readString(Path.of("processes/README.md"));

    assertThat(models())
        .allSatisfy(
            file ->
                assertThat(overview)
                    .contains("`" + file.getFileName().toString().replace(".bpmn", "") + "`"));
    assertThat(tables())
        .allSatisfy(
            file ->
                assertThat(overview)
                    .contains("`" + file.getFileName().toString().replace(".dmn", "") + "`"));
  }

  private static String practice(Path file) {
    return file.getParent().getFileName().toString();
  }

  private static Process process(Path file) {
    return all(file, Process.class).iterator().next();
  }

  private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance>
      Collection<T> all(Path file, Class<T> type) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
    return model.getModelElementsByType(type);
  }
}
