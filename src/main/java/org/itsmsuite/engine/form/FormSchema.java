package org.itsmsuite.engine.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A form as the server needs it: its fields, groups opened up. */
record FormSchema(String id, List<FormField> fields) {

  Optional<FormField> field(String key) {
    return fields.stream().filter(field -> field.key().equals(key)).findFirst();
  }

  /** Names the form may show: its fields, and where the options of choices are taken from. */
  Set<String> names() {
    return fields.stream()
        .flatMap(field -> Stream.of(field.key(), field.options().key()))
        .filter(name -> name != null)
        .collect(Collectors.toSet());
  }
}
