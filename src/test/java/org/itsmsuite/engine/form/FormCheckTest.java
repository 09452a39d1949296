package org.itsmsuite.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.engine.FormRefused;
import org.itsmsuite.engine.feel.SuiteFeelEngineFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormCheckTest {

  private final FormCheck check = new FormCheck(new SuiteFeelEngineFactory().createInstance());
  private final Map<String, Object> shown = new HashMap<>();

  private static final String TEXT = "{'type':'textfield','key':'title','label':'Title'%s}";

  private Map<String, Object> accept(String components, Map<String, Object> sent) {
    return check.accept(form(components), sent, true, () -> shown);
  }

  private String keyOf(String components, Map<String, Object> sent) {
    try {
      accept(components, sent);
      return "accepted";
    } catch (FormRefused refused) {
      assertThat(refused).hasMessageStartingWith(refused.key() + ": ");
      return refused.key();
    }
  }

  private String keyOf(String component, Object value) {
    Map<String, Object> sent = new HashMap<>();
    sent.put("f", value);
    return keyOf(component, sent);
  }

  private static FormSchema form(String components) {
    String json = "{'id':'form','components':[" + components + "]}";
    return FormSchemaReader.read(
        "forms/test/form.form", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Nested
  class RequiredFields {

    private static final String REQUIRED = TEXT.formatted(",'validate':{'required':true}");

    @Test
    void needAValue() {
      assertThat(keyOf(REQUIRED, Map.of())).isEqualTo("form.required");
      assertThat(keyOf(REQUIRED, Map.of("title", ""))).isEqualTo("form.required");
      assertThat(keyOf(REQUIRED, Map.of("title", "VPN down"))).isEqualTo("accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00A0", "\u200B\u2060", "\u2800", "\u3164", "\uFEFF"})
    void needAValueThatSomebodyCanSee(String nothing) {
      assertThat(keyOf(REQUIRED, Map.of("title", nothing))).isEqualTo("form.required");
      assertThat(keyOf(REQUIRED, Map.of("title", nothing + "שלום"))).isEqualTo("accepted");
      assertThat(accept(TEXT.formatted(""), Map.of("title", nothing))).containsEntry("title", null);
    }

    @Test
    void areToldTogether() {
      assertThatThrownBy(
              () ->
                  accept(
                      REQUIRED + ",{'type':'number','key':'n','validate':{'required':true}}",
                      Map.of()))
          .isInstanceOfSatisfying(
              FormRefused.class,
              refused ->
                  assertThat(refused.offences()).extracting("field").containsExactly("title", "n"));
    }

    @Test
    void mustBeTickedIfTheyAreCheckboxes() {
      String box = "{'type':'checkbox','key':'f','validate':{'required':true}}";
      assertThat(keyOf(box, false)).isEqualTo("form.required");
      assertThat(keyOf(box, true)).isEqualTo("accepted");
    }

    @Test
    void needAnEntryIfTheyAreLists() {
      String list =
          "{'type':'checklist','key':'f','validate':{'required':true},'values':[{'value':'a'}]}";
      assertThat(keyOf(list, List.of())).isEqualTo("form.required");
    }
  }

  @Nested
  class OptionalFields {

    @Test
    void areNullWhereNothingWasEntered() {
      String both = TEXT.formatted("") + ",{'type':'number','key':'n'}";
      assertThat(accept(both, Map.of("title", "")))
          .contains(entry("title", null), entry("n", null));
    }
  }

  @Nested
  class AnEmptyFormAsTheTasklistSendsIt {

    @Test
    void isAcceptedWhereNothingIsRequired() {
      String all =
          "{'type':'textfield','key':'a'},{'type':'textarea','key':'b'},{'type':'number','key':'c'},"
              + "{'type':'checkbox','key':'d'},{'type':'select','key':'e','values':[]},"
              + "{'type':'taglist','key':'f','values':[]},{'type':'datetime','key':'g'}";
      var sent =
          Variables.createVariables()
              .putValueTyped("a", Variables.untypedValue(""))
              .putValueTyped("b", Variables.untypedValue(""))
              .putValueTyped("c", Variables.untypedValue(null))
              .putValueTyped("d", Variables.untypedValue(false))
              .putValueTyped("e", Variables.untypedValue(null))
              .putValueTyped("f", JsonValueType.TYPE.createValue("[]", Map.of()))
              .putValueTyped("g", Variables.untypedNullValue());
      Map<String, Object> values = accept(all, sent);
      assertThat(values).hasSize(7).containsEntry("d", false);
      values.remove("d");
      assertThat(values.values()).containsOnlyNulls();
    }
  }

  @Nested
  class Extras {

    @Test
    void areRefused() {
      assertThat(keyOf(TEXT.formatted(""), Map.of("isMajor", true)))
          .isEqualTo("form.extra-variable");
    }

    @Test
    void areFieldsThatOnlyShowSomething() {
      assertThat(keyOf(TEXT.formatted(",'disabled':true"), Map.of("title", "x")))
          .isEqualTo("form.extra-variable");
    }

    @Test
    void areDroppedFromReadOnlyFieldsWhichTheTasklistSendsBack() {
      assertThat(accept(TEXT.formatted(",'readonly':true"), Map.of("title", "x"))).isEmpty();
    }
  }

  @Nested
  class Texts {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'maxLength':3 | abcd | form.too-long",
          "'maxLength':3 | ' abc ' | accepted",
          "'maxLength':'3' | abcd | form.too-long",
          "'maxLength':'=1+2' | abcd | form.too-long",
          "'minLength':3 | ab | form.too-short",
          "'pattern':'^[A-Z]+$' | abc | form.pattern",
          "'pattern':'^[A-Z]+$' | ABC | accepted",
          "'validationType':'email' | nobody | form.pattern",
          "'validationType':'email' | a@example.org | accepted"
        })
    void keepToTheirRules(String rule, String text, String result) {
      // Single quotes are taken by the table's own syntax at its ends only.
      assertThat(keyOf("{'type':'textfield','key':'f','validate':{" + rule + "}}", (Object) text))
          .isEqualTo(result);
    }

    @Test
    void haveALimitEvenIfTheFormNamesNone() {
      assertThat(keyOf("{'type':'textfield','key':'f'}", "x".repeat(100_000)))
          .isEqualTo("form.too-long");
      assertThat(keyOf("{'type':'textarea','key':'f'}", "x".repeat(100_000)))
          .isEqualTo("form.too-long");
    }

    @Test
    void holdNoControlCharacters() {
      assertThat(keyOf("{'type':'textfield','key':'f'}", "a\u0000b"))
          .isEqualTo("form.control-character");
      assertThat(keyOf("{'type':'textfield','key':'f'}", "a\nb"))
          .isEqualTo("form.control-character");
      assertThat(keyOf("{'type':'textarea','key':'f'}", "a\r\n\tb")).isEqualTo("accepted");
      assertThat(keyOf("{'type':'textarea','key':'f'}", "a\u001bb"))
          .isEqualTo("form.control-character");
      assertThat(keyOf("{'type':'textarea','key':'f'}", "half \ud83d"))
          .isEqualTo("form.control-character");
      assertThat(keyOf("{'type':'textfield','key':'f'}", "fdp\u202eexe"))
          .isEqualTo("form.control-character");
      assertThat(keyOf("{'type':'textarea','key':'f'}", "fdp\u202eexe")).isEqualTo("accepted");
      assertThat(keyOf("{'type':'textarea','key':'f'}", "whole \ud83d\ude42"))
          .isEqualTo("accepted");
    }

    @Test
    void keepMarkupAsText() {
      assertThat(accept(TEXT.formatted(""), Map.of("title", "<script>alert(1)</script>")))
          .containsEntry("title", "<script>alert(1)</script>");
    }
  }

  @Nested
  class Types {

    @Test
    void areTheFieldsOwn() {
      assertThat(keyOf("{'type':'textfield','key':'f'}", 5)).isEqualTo("form.wrong-type");
      assertThat(keyOf("{'type':'number','key':'f'}", "5")).isEqualTo("form.wrong-type");
      assertThat(keyOf("{'type':'number','key':'f'}", Double.NaN)).isEqualTo("form.wrong-type");
      assertThat(keyOf("{'type':'number','key':'f','serializeToString':true}", "5"))
          .isEqualTo("accepted");
      assertThat(keyOf("{'type':'checkbox','key':'f'}", "true")).isEqualTo("form.wrong-type");
      assertThat(keyOf("{'type':'checklist','key':'f','values':[]}", "a"))
          .isEqualTo("form.wrong-type");
      assertThat(keyOf("{'type':'textfield','key':'f'}", List.of("a")))
          .isEqualTo("form.wrong-type");
    }

    @Test
    void neverComeFromSerializedObjects() {
      var sent =
          Variables.createVariables()
              .putValueTyped(
                  "f",
                  Variables.serializedObjectValue("rO0AB").objectTypeName("java.net.URL").create());
      assertThat(keyOf("{'type':'textfield','key':'f'}", sent)).isEqualTo("form.wrong-type");
    }

    @Test
    void ofNumbersKeepTheirBorders() {
      String number = "{'type':'number','key':'f','validate':{'min':1,'max':5},'decimalDigits':1}";
      assertThat(keyOf(number, 0)).isEqualTo("form.too-small");
      assertThat(keyOf(number, 6)).isEqualTo("form.too-large");
      assertThat(keyOf(number, 2.25)).isEqualTo("form.decimals");
      assertThat(keyOf(number, 2.5)).isEqualTo("accepted");
    }

    @ParameterizedTest
    @CsvSource({
      "date, 2026-11-22, accepted",
      "date, 22.11.2026, form.wrong-type",
      "date, 2026-02-30, form.wrong-type",
      "date, 0001-01-01, form.out-of-range",
      "time, 10:30, accepted",
      "time, 25:00, form.wrong-type",
      "datetime, 2026-11-22T10:00+01:00, accepted",
      "datetime, 2026-11-22T10:00, accepted",
      "datetime, 9999-11-22T10:00Z, form.out-of-range"
    })
    void ofDatesAreIso(String subtype, String value, String result) {
      assertThat(keyOf("{'type':'datetime','key':'f','subtype':'" + subtype + "'}", (Object) value))
          .isEqualTo(result);
    }

    @Test
    void ofDatesMayRuleOutThePast() {
      String date = "{'type':'datetime','key':'f','subtype':'date','disallowPassedDates':true}";
      assertThat(keyOf(date, "2001-01-01")).isEqualTo("form.past-date");
      assertThat(keyOf(date, "2199-01-01")).isEqualTo("accepted");
    }
  }

  @Nested
  class Choices {

    private static final String SELECT =
        "{'type':'select','key':'f','values':[{'label':'High','value':'HIGH'},{'value':'LOW'}]}";

    @Test
    void areAmongTheFormsOptions() {
      assertThat(keyOf(SELECT, "HIGH")).isEqualTo("accepted");
      assertThat(keyOf(SELECT, "high")).isEqualTo("form.unknown-option");
    }

    @Test
    void ofSeveralComeAsAListOrAsJson() {
      String list = SELECT.replace("select", "taglist");
      assertThat(accept(list, Map.of("f", List.of("HIGH", "LOW", "HIGH"))))
          .containsEntry("f", List.of("HIGH", "LOW"));
      var json =
          Variables.createVariables()
              .putValueTyped("f", JsonValueType.TYPE.createValue("[\"HIGH\"]", Map.of()));
      assertThat(accept(list, json)).containsEntry("f", List.of("HIGH"));
      var unknown =
          Variables.createVariables()
              .putValueTyped("f", JsonValueType.TYPE.createValue("[\"X\"]", Map.of()));
      assertThat(keyOf(list, unknown)).isEqualTo("form.unknown-option");
      var broken =
          Variables.createVariables()
              .putValueTyped("f", JsonValueType.TYPE.createValue("[", Map.of()));
      assertThat(keyOf(list, broken)).isEqualTo("form.wrong-type");
    }

    @Test
    void mayComeFromTheRecordsFacts() {
      shown.put(
          "groups", List.of("second-level", Map.of("label", "Third", "value", "third-level")));
      String select = "{'type':'select','key':'f','valuesKey':'groups'}";
      assertThat(keyOf(select, "second-level")).isEqualTo("accepted");
      assertThat(keyOf(select, "third-level")).isEqualTo("accepted");
      assertThat(keyOf(select, "cab")).isEqualTo("form.unknown-option");
    }
  }

  @Nested
  class HiddenFields {

    private static final String FORM =
        "{'type':'checkbox','key':'more'},"
            + "{'type':'group','conditional':{'hide':'=more != true'},'components':["
            + "{'type':'textarea','key':'reason','validate':{'required':true}}]}";

    @Test
    void areNotRequired() {
      assertThat(keyOf(FORM, Map.of("more", false))).isEqualTo("accepted");
      assertThat(keyOf(FORM, Map.of("more", true))).isEqualTo("form.required");
    }

    @Test
    void takeNoValue() {
      assertThat(keyOf(FORM, Map.of("more", false, "reason", "x")))
          .isEqualTo("form.extra-variable");
      assertThat(keyOf(FORM, Map.of("more", true, "reason", "x"))).isEqualTo("accepted");
    }

    @Test
    void mayDependOnAFactOfTheRecord() {
      String form =
          TEXT.formatted(",'conditional':{'hide':'=level > 1'},'validate':{'required':true}");
      shown.put("level", 2);
      assertThat(keyOf(form, Map.of())).isEqualTo("accepted");
      shown.put("level", 1);
      assertThat(keyOf(form, Map.of())).isEqualTo("form.required");
    }
  }

  @Nested
  class FormsThatCannotBeUsed {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'type':'filepicker','key':'f'}",
          "{'type':'dynamiclist','path':'f','components':[]}",
          "{'type':'expression','key':'f','expression':'=1'}",
          "{'type':'textfield','key':'a.b'}",
          "{'type':'textfield'}",
          "{'type':'select','key':'f'}",
          "{'type':'group','path':'p','components':[]}",
          "{'type':'textfield','key':'f','validate':{'pattern':'['}}",
          "{'type':'textfield','key':'f'},{'type':'number','key':'f'}"
        })
    void areNamedWithTheirPlace(String component) {
      assertThatThrownBy(() -> form(component))
          .isInstanceOf(ContentException.class)
          .hasMessageStartingWith("forms/test/form.form: components[");
    }

    @Test
    void mayBeBrokenJson() {
      assertThatThrownBy(() -> FormSchemaReader.check("forms/x.form", "{\n  oops".getBytes()))
          .isInstanceOfSatisfying(
              ContentException.class, fault -> assertThat(fault.place()).startsWith("line 2"));
    }
  }
}
