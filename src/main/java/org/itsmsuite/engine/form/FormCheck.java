package org.itsmsuite.engine.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;

/** Checks submitted values against a form. */
class FormCheck {

  private final FeelEngine feel;

  FormCheck(FeelEngine feel) {
    this.feel = feel;
  }

  /**
   * The accepted values by field, null where nothing was entered. Fields that only show something
   * are left out, and so are read-only ones: the tasklist sends them back, but what comes back is
   * nobody's entry.
   *
   * @param whole whether the form is submitted: then required fields need a value, and fields that
   *     were not sent are there as null
   * @param shown what the form showed at first, asked for only by forms with expressions
   * @throws org.itsmsuite.engine.FormRefused naming everything that is wrong
   */
  Map<String, Object> accept(
      FormSchema form,
      Map<String, Object> sent,
      boolean whole,
      Supplier<Map<String, Object>> shown) {
    var offences = new Offences();
    Map<String, Object> read = read(form, sent, offences);
    offences.throwIfAny();
    var context = new FormContext(feel, () -> withDefaults(form, shown.get()), entered(form, read));
    var checks = new FieldChecks(context, offences);
    Map<String, Object> accepted = new LinkedHashMap<>();
    for (FormField field : form.fields()) {
      Object value = read.get(field.key());
      if (field.shown() || context.isReadOnly(field)) {
        continue;
      }
      if (context.isHidden(field)) {
        if (value != null) {
          offences.add(
              field.key(), "extra-variable", field.title() + " is hidden and takes no value.");
        }
      } else {
        if (value != null) {
          checks.check(field, value);
        }
        if (whole) {
          checks.checkPresent(field, value);
        }
      }
      if (whole || read.containsKey(field.key())) {
        accepted.put(field.key(), value);
      }
    }
    offences.throwIfAny();
    return accepted;
  }

  private static Map<String, Object> read(
      FormSchema form, Map<String, Object> sent, Offences offences) {
    Map<String, Object> read = new HashMap<>();
    for (String name : sent.keySet()) {
      var field = form.field(name).filter(known -> !known.shown());
      if (field.isEmpty()) {
        offences.add(
            ControlCharacters.shown(name),
            "extra-variable",
            "The form has no field '" + ControlCharacters.shown(name) + "' to fill in.");
        continue;
      }
      try {
        read.put(name, FieldValues.read(field.get(), FieldValues.sent(sent, name)));
      } catch (FieldValues.WrongType wrong) {
        offences.add(
            name, "wrong-type", field.get().title() + " needs " + wrong.getMessage() + ".");
      }
    }
    return read;
  }

  /** What a read-only field sends back must not decide what is hidden. */
  private static Map<String, Object> entered(FormSchema form, Map<String, Object> read) {
    Map<String, Object> entered = new HashMap<>(read);
    form.fields().stream()
        .filter(field -> field.readOnly().equals("true"))
        .forEach(field -> entered.remove(field.key()));
    return entered;
  }

  private static Map<String, Object> withDefaults(FormSchema form, Map<String, Object> shown) {
    Map<String, Object> all = new HashMap<>();
    form.fields().forEach(field -> all.put(field.key(), field.setting("defaultValue")));
    all.putAll(shown);
    return all;
  }
}
