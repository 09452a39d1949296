package org.itsmsuite.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.engine.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFreeModelsTest {

  private static TestEngine test;

  @BeforeAll
  static void start() {
    test = new TestEngine();
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<scriptTask id='step' scriptFormat='javascript'><script>1</script></scriptTask>",
        "<scriptTask id='step' scriptFormat='juel'><script>${1}</script></scriptTask>",
        "<serviceTask id='step' camunda:class='java.lang.Runtime'/>",
        "<serviceTask id='step' camunda:type='shell'/>",
        "<serviceTask id='step' camunda:type='mail'/>",
        "<serviceTask id='step' camunda:type='external' camunda:topic='x'/>",
        "<serviceTask id='step' camunda:delegateExpression='${a.b()}'/>",
        "<serviceTask id='step' camunda:delegateExpression='${a}'><extensionElements><camunda:field name='x' stringValue='1'/></extensionElements></serviceTask>",
        "<serviceTask id='step'><extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></extensionElements></serviceTask>",
        "<userTask id='step'><extensionElements><camunda:taskListener event='create' class='java.lang.Runtime'/></extensionElements></userTask>",
        "<userTask id='step'><extensionElements><camunda:taskListener event='create'><camunda:script scriptFormat='juel'>${1}</camunda:script></camunda:taskListener></extensionElements></userTask>",
        "<userTask id='step'><extensionElements><camunda:executionListener event='start' class='java.lang.Runtime'/></extensionElements></userTask>",
        "<userTask id='step'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'><camunda:script scriptFormat='feel'>1</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>",
        "<userTask id='step' camunda:formKey='embedded:deployment:x.html'/>",
        "<userTask id='step' camunda:formHandlerClass='java.lang.Runtime'/>",
        "<userTask id='step' camunda:formRef='x' camunda:formRefBinding='latest'/>",
        "<userTask id='step'><extensionElements><camunda:formData><camunda:formField id='x' type='string'/></camunda:formData></extensionElements></userTask>",
        "<callActivity id='step' calledElement='x' camunda:variableMappingClass='java.lang.Runtime'/>",
        "<userTask id='step' xmlns:old='http://activiti.org/bpmn' old:formKey='x'/>"
      })
  void refusesAStepWithCode(String step) {
    assertThatThrownBy(() -> test.deploy(Map.of("test.bpmn", process(step, ""))))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("model.code: step: ");
  }

  @Test
  void refusesAScriptAsCondition() {
    String condition =
        "<conditionExpression xsi:type='tFormalExpression' language='feel'>1</conditionExpression>";
    assertThatThrownBy(
            () -> test.deploy(Map.of("test.bpmn", process("<userTask id='step'/>", condition))))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("model.code: flow: ");
  }

  @Test
  void tellsAllFindingsAtOnce() {
    String two =
        "<serviceTask id='step' camunda:class='a.B' camunda:type='shell'/>"
            + "<scriptTask id='other' scriptFormat='x'/>";
    assertThatThrownBy(() -> test.deploy(Map.of("test.bpmn", process(two, ""))))
        .hasMessageContaining("model.code: step: A model names no class")
        .hasMessageContaining("of the type 'shell'")
        .hasMessageContaining("model.code: other: ");
  }

  @Test
  void takesWhatModelsMayHold() {
    String step =
        "<userTask id='step' name='Work' camunda:assignee='${currentUser()}'"
            + " camunda:formRef='work' camunda:formRefBinding='deployment'><extensionElements>"
            + "<camunda:executionListener event='start' delegateExpression='${listener}'/>"
            + "<camunda:inputOutput><camunda:inputParameter name='x'>${1 + 1}"
            + "</camunda:inputParameter></camunda:inputOutput>"
            + "<camunda:properties><camunda:property name='owner' value='incident-managers'/>"
            + "</camunda:properties></extensionElements></userTask>";
    assertThatCode(() -> test.deploy(Map.of("test.bpmn", process(step, ""))))
        .doesNotThrowAnyException();
  }

  @Test
  void makesNoScriptAndNoObjectEvenIfAModelGotThrough() {
    var configuration = test.configuration();
    assertThatThrownBy(
            () -> configuration.getScriptFactory().createScriptFromSource("juel", "${1}"))
        .isInstanceOf(ProcessEngineException.class);
    assertThatThrownBy(() -> configuration.getScriptEngineResolver().getScriptEngine("juel", true))
        .isInstanceOf(ProcessEngineException.class);
    assertThatThrownBy(() -> configuration.getArtifactFactory().getArtifact(Object.class))
        .isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void refusesTablesInAnotherLanguage() {
    String table =
        "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'><decision id='d'>"
            + "<literalExpression id='e' expressionLanguage='groovy'><text>1</text>"
            + "</literalExpression></decision></definitions>";
    assertThatThrownBy(() -> DecisionLanguage.check("processes/x/d.dmn", table.getBytes()))
        .isInstanceOfSatisfying(
            ContentException.class,
            fault -> assertThat(fault.place()).isEqualTo("literalExpression e"));
    assertThatCode(
            () ->
                DecisionLanguage.check(
                    "processes/x/d.dmn", table.replace("groovy", "FEEL").getBytes()))
        .doesNotThrowAnyException();
  }

  private static String process(String steps, String condition) {
    return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
        + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'"
        + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
        + " targetNamespace='test' id='defs'>"
        + "<process id='test' isExecutable='true' camunda:historyTimeToLive='P1D'>"
        + "<startEvent id='start'/>"
        + steps
        + "<sequenceFlow id='flow' sourceRef='start' targetRef='step'>"
        + condition
        + "</sequenceFlow></process></definitions>";
  }
}
