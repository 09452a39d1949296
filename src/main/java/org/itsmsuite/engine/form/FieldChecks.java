package org.itsmsuite.engine.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The rules of a field for a value of the right type. */
class FieldChecks {

  /** Longest text of a field that names no limit of its own. */
  private static final int LONGEST_LINE = 1_000;

  private static final int LONGEST_TEXT = 20_000;

  private final FormContext context;
  private final Offences offences;
  private final FieldDates dates;

  FieldChecks(FormContext context, Offences offences) {
    this.context = context;
    this.offences = offences;
    this.dates = new FieldDates();
  }

  void check(FormField field, Object value) {
    switch (field.type()) {
      case TEXTFIELD, TEXTAREA -> checkText(field, (String) value);
      case NUMBER -> checkNumber(field, Numbers.parse(value.toString()).orElseThrow());
      case RADIO, SELECT -> checkOptions(field, List.of(value));
      case CHECKLIST, TAGLIST -> checkOptions(field, (List<?>) value);
      case DATETIME ->
          dates
              .offence(field, (String) value)
              .ifPresent(o -> offences.add(field.key(), o.reason(), o.detail()));
      case CHECKBOX -> {}
    }
  }

  void checkPresent(FormField field, Object value) {
    boolean unticked = field.type() == FormField.Type.CHECKBOX && Boolean.FALSE.equals(value);
    if (field.rules().required() && (value == null || unticked)) {
      offences.add(field.key(), "required", field.title() + " needs a value.");
    }
  }

  private void checkText(FormField field, String text) {
    // Lengths without blanks at both ends, as the tasklist counts them.
    int length = text.strip().length();
    int longest = field.type() == FormField.Type.TEXTAREA ? LONGEST_TEXT : LONGEST_LINE;
    BigDecimal most = field.rules().limit("maxLength", context);
    if (most == null ? text.length() > longest : length > most.intValue()) {
      String limit = String.valueOf(most == null ? longest : most.intValue());
      offences.add(field.key(), "too-long", field.title() + " takes " + limit + " characters.");
      return;
    }
    BigDecimal least = field.rules().limit("minLength", context);
    if (least != null && length < least.intValue()) {
      offences.add(
          field.key(), "too-short", field.title() + " needs " + least.intValue() + " characters.");
    }
    ControlCharacters.firstIn(text, field.type() == FormField.Type.TEXTAREA)
        .ifPresent(
            found ->
                offences.add(
                    field.key(),
                    "control-character",
                    field.title() + " holds the character " + found + ", which is not text."));
    if (field.rules().pattern() != null && !field.rules().pattern().matcher(text).find()) {
      offences.add(
          field.key(), "pattern", field.title() + " has to match " + field.rules().pattern() + ".");
    }
  }

  private void checkNumber(FormField field, BigDecimal number) {
    BigDecimal least = field.rules().limit("min", context);
    BigDecimal most = field.rules().limit("max", context);
    if (least != null && number.compareTo(least) < 0) {
      offences.add(field.key(), "too-small", field.title() + " is at least " + least + ".");
    }
    if (most != null && number.compareTo(most) > 0) {
      offences.add(field.key(), "too-large", field.title() + " is at most " + most + ".");
    }
    decimal(field, "decimalDigits")
        .filter(digits -> number.stripTrailingZeros().scale() > digits.intValue())
        .ifPresent(
            digits ->
                offences.add(
                    field.key(), "decimals", field.title() + " has " + digits + " decimals."));
    decimal(field, "increment")
        .filter(step -> step.signum() != 0 && number.remainder(step).signum() != 0)
        .ifPresent(
            step ->
                offences.add(
                    field.key(), "increment", field.title() + " goes in steps of " + step + "."));
  }

  private static Optional<BigDecimal> decimal(FormField field, String name) {
    return Optional.ofNullable(field.setting(name)).flatMap(v -> Numbers.parse(v.toString()));
  }

  private void checkOptions(FormField field, List<?> chosen) {
    List<Object> allowed = field.options().allowed(context);
    for (Object value : chosen) {
      boolean known =
          allowed.stream().anyMatch(option -> String.valueOf(option).equals(value.toString()));
      if (!known) {
        offences.add(
            field.key(),
            "unknown-option",
            field.title() + " has no option '" + ControlCharacters.shown(value) + "'.");
      }
    }
  }
}
