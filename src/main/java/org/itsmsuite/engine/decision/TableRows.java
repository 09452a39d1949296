package org.itsmsuite.engine.decision;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.itsmsuite.engine.DecisionRow;

/** Reads the rows of a table as they are written. */
final class TableRows {

  private TableRows() {}

  static List<DecisionRow> in(byte[] file, String decision) {
    var model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
    Decision element = model.getModelElementById(decision);
    DecisionTable table = element.getChildElementsByType(DecisionTable.class).iterator().next();
    List<DecisionRow> rows = new ArrayList<>();
    for (Rule rule : table.getRules()) {
      rows.add(row(table, rule, rows.size() + 1));
    }
    return rows;
  }

  private static DecisionRow row(DecisionTable table, Rule rule, int number) {
    Map<String, String> inputs = new LinkedHashMap<>();
    Iterator<InputEntry> conditions = rule.getInputEntries().iterator();
    for (Input input : table.getInputs()) {
      inputs.put(text(input.getInputExpression()), text(conditions.next()));
    }
    Map<String, String> outputs = new LinkedHashMap<>();
    Iterator<OutputEntry> entries = rule.getOutputEntries().iterator();
    for (Output output : table.getOutputs()) {
      outputs.put(output.getName(), text(entries.next()));
    }
    return new DecisionRow(rule.getId(), number, inputs, outputs);
  }

  private static String text(DmnElement entry) {
    return entry.getChildElementsByType(Text.class).stream()
        .map(Text::getTextContent)
        .findFirst()
        .orElse("")
        .strip();
  }
}
