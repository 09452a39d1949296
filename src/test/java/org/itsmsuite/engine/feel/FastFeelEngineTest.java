package org.itsmsuite.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

class FastFeelEngineTest {

  private static final FeelEngine FAST = new SuiteFeelEngineFactory().createInstance();
  private static final FeelEngine FULL = new ScalaFeelEngine(List.of());

  private static final List<String> TEXTS =
      List.of(
          "HIGH",
          "high",
          "",
          " ",
          "a,b",
          "é",
          "日本",
          "🙂",
          "x\\\"y",
          "tab\\tx",
          "\\u0041",
          "-",
          "not(\\\"a\\\")",
          "1",
          "true",
          "null",
          "it's",
          "a\tb",
          "\\\\",
          "<5",
          "[1..2]",
          "=x");
  private static final List<Object> INPUTS = new ArrayList<>();

  static {
    for (Object value :
        new Object[] {
          null,
          "HIGH",
          "high",
          "",
          " ",
          "a,b",
          "é",
          "日本",
          "🙂",
          "x\"y",
          "tab\tx",
          "A",
          "-",
          "1",
          "true",
          "null",
          "a\tb",
          "\\",
          0,
          1,
          5,
          -1,
          75,
          74,
          76,
          5L,
          Long.MAX_VALUE,
          (short) 5,
          5.0,
          5.5,
          -0.0,
          0.1,
          1e20,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          true,
          false,
          new BigDecimal("5.0"),
          5.5f,
          new Date(0),
          List.of("HIGH"),
          'A'
        }) {
      INPUTS.add(value);
    }
  }

  private final Random random = new Random(20261122);

  @Test
  void answersGeneratedCellsAsTheFullEngineDoes() {
    for (int i = 0; i < 6_000; i++) {
      String cell = cell();
      VariableMap variables = variables();
      assertThat(
              outcome(
                  () ->
                      FAST.evaluateSimpleUnaryTests(
                          cell, "cellInput", variables.asVariableContext())))
          .as("cell <%s> for %s", cell, variables)
          .isEqualTo(
              outcome(
                  () ->
                      FULL.evaluateSimpleUnaryTests(
                          cell, "cellInput", variables.asVariableContext())));
    }
  }

  @Test
  void answersGeneratedExpressionsAsTheFullEngineDoes() {
    for (int i = 0; i < 4_000; i++) {
      String expression = expression();
      VariableMap variables = variables();
      assertThat(
              outcome(
                  () -> FAST.evaluateSimpleExpression(expression, variables.asVariableContext())))
          .as("expression <%s> with %s", expression, variables)
          .isEqualTo(
              outcome(
                  () -> FULL.evaluateSimpleExpression(expression, variables.asVariableContext())));
    }
  }

  @Test
  void answersMostCellsItself() {
    var asked = new ArrayList<String>();
    var engine =
        new FastFeelEngine(
            new FeelEngine() {
              @Override
              public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
                asked.add(text);
                return null;
              }

              @Override
              public boolean evaluateSimpleUnaryTests(
                  String text, String input, VariableContext variables) {
                asked.add(text);
                return false;
              }
            });
    var text = Variables.putValue("cellInput", "HIGH").asVariableContext();
    var number = Variables.putValue("cellInput", 75).asVariableContext();
    assertThat(engine.evaluateSimpleUnaryTests("\"HIGH\", \"LOW\"", "cellInput", text)).isTrue();
    assertThat(engine.evaluateSimpleUnaryTests("not(\"HIGH\")", "cellInput", text)).isFalse();
    assertThat(engine.evaluateSimpleUnaryTests(">= 75", "cellInput", number)).isTrue();
    assertThat(engine.evaluateSimpleUnaryTests("[1..75)", "cellInput", number)).isFalse();
    assertThat(engine.evaluateSimpleUnaryTests("-", "cellInput", number)).isTrue();
    assertThat(engine.<Object>evaluateSimpleExpression("cellInput", number)).isEqualTo(75L);
    assertThat(engine.<Object>evaluateSimpleExpression("\"P1\"", number)).isEqualTo("P1");
    assertThat(engine.<Object>evaluateSimpleExpression("cellInput != \"LOW\"", text))
        .isEqualTo(true);
    assertThat(engine.evaluateSimpleUnaryTests("null", "cellInput", text)).isFalse();
    assertThat(engine.evaluateSimpleUnaryTests("not(null)", "cellInput", text)).isTrue();
    assertThat(asked).isEmpty();
  }

  private VariableMap variables() {
    var variables = Variables.createVariables();
    if (random.nextInt(20) > 0) {
      variables.put("cellInput", pick(INPUTS));
    }
    variables.put("other", pick(INPUTS));
    return variables;
  }

  private String cell() {
    return switch (random.nextInt(12)) {
      case 0 -> blank() + "-" + blank();
      case 1 -> pick(List.of("<", "<=", ">", ">=", "=", "!=")) + blank() + number();
      case 2, 3 ->
          pick(List.of("[", "(", "]")) + number() + ".." + number() + pick(List.of("]", ")", "["));
      case 4 -> "not(" + blank() + list() + blank() + ")";
      case 5 -> "not (" + list() + ")";
      case 6 ->
          pick(
              List.of(
                  "other",
                  "cellInput",
                  "? > 5",
                  "other + 1",
                  "null",
                  "not(null)",
                  "",
                  "))",
                  "[1",
                  "date(\"2024-01-01\")",
                  "> other",
                  "starts with(?, \"H\")"));
      default -> blank() + list() + blank();
    };
  }

  private String list() {
    var items = new ArrayList<String>();
    int size = 1 + random.nextInt(4);
    int kind = random.nextInt(5);
    for (int i = 0; i < size; i++) {
      items.add(
          switch (kind) {
            case 0 -> number();
            case 1 -> pick(List.of("true", "false"));
            case 2 -> literal();
            default -> text();
          });
    }
    return String.join("," + blank(), items);
  }

  private String expression() {
    return blank()
        + switch (random.nextInt(7)) {
          case 6 ->
              pick(List.of("other", "cellInput", "missing", "item", "null"))
                  + blank()
                  + pick(List.of("=", "!="))
                  + blank()
                  + text();
          case 0 -> number();
          case 1 -> text();
          case 2 ->
              pick(
                  List.of(
                      "other",
                      "cellInput",
                      "missing",
                      "Other",
                      "item",
                      "date",
                      "and",
                      "_x",
                      "x-y",
                      "other.field"));
          case 3 ->
              pick(
                  List.of(
                      "true",
                      "false",
                      "null",
                      "other + 1",
                      "\"a\" + \"b\"",
                      "[1,2]",
                      "",
                      "(",
                      "upper case(\"a\")",
                      "if other = 1 then 2 else 3"));
          default -> literal();
        }
        + blank();
  }

  private String literal() {
    return switch (random.nextInt(3)) {
      case 0 -> number();
      case 1 -> text();
      default -> pick(List.of("true", "false", "null"));
    };
  }

  private String text() {
    return "\"" + pick(TEXTS) + "\"";
  }

  private String number() {
    return pick(
        List.of(
            "0",
            "1",
            "5",
            "-1",
            "75",
            "5.0",
            "5.5",
            "-0",
            "0.1",
            "007",
            "1e3",
            ".5",
            "-5.50",
            "123456789012345678901",
            "5.",
            "999999999",
            "-0.000001"));
  }

  private String blank() {
    return pick(List.of("", "", "", " ", "  ", "\n", "\t", "\r\n", "\u00a0"));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** The result with its type, or that it failed; how it failed is not compared. */
  private static String outcome(Supplier<Object> evaluation) {
    try {
      Object value = evaluation.get();
      return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    } catch (RuntimeException | StackOverflowError failed) {
      return "failed";
    }
  }
}
