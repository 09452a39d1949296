package org.itsmsuite.engine.form;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** The {@code validate} object of a field. */
record FieldRules(boolean required, Pattern pattern, Map<String, Object> all) {

  private static final Pattern EMAIL =
      Pattern.compile(
          "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");
  private static final Pattern PHONE = Pattern.compile("^(\\+|00)[1-9][0-9]{4,20}$");

  static FieldRules of(Map<String, Object> validate) {
    String type = String.valueOf(validate.get("validationType"));
    Object own = validate.get("pattern");
    Pattern pattern =
        switch (type) {
          case "email" -> EMAIL;
          case "phone" -> PHONE;
          default -> own == null || own.equals("") ? null : Pattern.compile(own.toString());
        };
    return new FieldRules(Boolean.TRUE.equals(validate.get("required")), pattern, validate);
  }

  /** A limit such as {@code maxLength}, computed if it is an expression; null if there is none. */
  BigDecimal limit(String name, FormContext context) {
    Object value = all.get(name);
    if (FormContext.isExpression(value)) {
      value = context.evaluate(value.toString());
    }
    if (value == null || value.equals("")) {
      return null;
    }
    try {
      return new BigDecimal(value.toString());
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
