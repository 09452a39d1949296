package org.itsmsuite.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/** Looks for everything in a process model that is, names or loads code. */
final class ModelCode {

  /**
   * @param element id of the element, or of the nearest one around it that has an id
   * @param place where the file says it
   */
  record Finding(String element, Element place, String sentence) {}

  private static final Namespace CAMUNDA = BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS;
  private static final Pattern BEAN = Pattern.compile("\\$\\{\\s*[A-Za-z_][A-Za-z0-9_]*\\s*}");
  private static final String CALL_A_BEAN =
      " Call a published bean (camunda:delegateExpression=\"${name}\") or use a decision table.";

  private static final Set<String> SCRIPTS = Set.of("scriptTask", "script");

  private static final Set<String> CONNECTORS = Set.of("connector", "connectorId");
  private static final Set<String> OTHER_FORMS =
      Set.of("formData", "formField", "formProperty", "constraint");

  private final List<Finding> findings = new ArrayList<>();

  private ModelCode() {}

  static List<Finding> in(Element root) {
    var search = new ModelCode();
    search.visit(root, "definitions");
    return search.findings;
  }

  private void visit(Element element, String around) {
    String id = element.attribute("id") == null ? around : element.attribute("id");
    checkElement(element, id);
    checkAttributes(element, id);
    element.elements().forEach(child -> visit(child, id));
  }

  private void checkElement(Element element, String id) {
    String tag = element.getTagName();
    if (SCRIPTS.contains(tag)) {
      refuse(id, element, "A model holds no script." + CALL_A_BEAN);
    } else if (CONNECTORS.contains(tag)) {
      refuse(id, element, "A model holds no connector." + CALL_A_BEAN);
    } else if (OTHER_FORMS.contains(tag)) {
      refuse(
          id,
          element,
          "Fields are not described in the process model: draw a Camunda Form and name it by"
              + " camunda:formRef with camunda:formRefBinding=\"deployment\".");
    } else if (tag.equals("field")) {
      refuse(
          id,
          element,
          "A model does not set fields of a bean, which all running processes share: hand the value"
              + " over by an input parameter.");
    } else if (tag.equals("import")) {
      refuse(id, element, "A model imports no other resource.");
    }
  }

  private void checkAttributes(Element element, String id) {
    for (String key : element.attributes()) {
      String value = element.attribute(key);
      if (key.equals("language") || key.equals("scriptFormat")) {
        refuse(
            id,
            element,
            "A condition is an expression ${...} without a language; '" + value + "' is a script.");
      }
      if (ofCamunda(key, element)) {
        checkCamunda(element, id, key.substring(key.lastIndexOf(':') + 1), value);
      }
    }
    checkForm(element, id);
  }

  private void checkCamunda(Element element, String id, String name, String value) {
    if (name.equals("class") || name.endsWith("Class")) {
      refuse(id, element, "A model names no class ('" + value + "')." + CALL_A_BEAN);
    } else if (name.equals("resource")) {
      refuse(id, element, "A model loads no script from '" + value + "'." + CALL_A_BEAN);
    } else if (name.equals("type") && isTask(element)) {
      refuse(id, element, "A step of the type '" + value + "' is not possible." + CALL_A_BEAN);
    } else if (name.endsWith("elegateExpression") && !BEAN.matcher(value).matches()) {
      refuse(id, element, "'" + value + "' is not the name of one bean, written ${name}.");
    } else if (name.equals("async") && element.getTagName().equals("signalEventDefinition")) {
      refuseAsynchronousSignal(element, id, value);
    } else if (name.equals("formKey")) {
      refuse(
          id,
          element,
          "A form is named by camunda:formRef with camunda:formRefBinding=\"deployment\", not by"
              + " camunda:formKey.");
    }
  }

  /** The engine is not asked for the jobs of such signals: see {@code engine.frugal}. */
  private void refuseAsynchronousSignal(Element element, String id, String value) {
    if (Boolean.parseBoolean(value)) {
      refuse(
          id,
          element,
          "A signal is not thrown asynchronously: make the throwing step asynchronous"
              + " (camunda:asyncBefore) instead.");
    }
  }

  /** Elsewhere {@code camunda:type} is the type of a value. */
  private static boolean isTask(Element element) {
    return element.getTagName().endsWith("Task")
        || element.getTagName().endsWith("EventDefinition");
  }

  private void checkForm(Element element, String id) {
    if (element.attributeNS(CAMUNDA, "formRef") != null
        && !"deployment".equals(element.attributeNS(CAMUNDA, "formRefBinding"))) {
      refuse(
          id,
          element,
          "The form is released with the process: write camunda:formRefBinding=\"deployment\".");
    }
  }

  /** The engine's attributes carry its name space, except on the engine's own elements. */
  private static boolean ofCamunda(String key, Element element) {
    return isCamunda(key.contains(":") ? key.substring(0, key.lastIndexOf(':')) : element.getUri());
  }

  private static boolean isCamunda(String uri) {
    return CAMUNDA.getNamespaceUri().equals(uri) || CAMUNDA.getAlternativeUri().equals(uri);
  }

  private void refuse(String id, Element element, String sentence) {
    findings.add(new Finding(id, element, "model.code: " + id + ": " + sentence));
  }
}
