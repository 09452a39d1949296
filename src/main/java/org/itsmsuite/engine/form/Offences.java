package org.itsmsuite.engine.form;

import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.engine.FormRefused;
import org.itsmsuite.refusal.Refusal;

/** Collects what is wrong with a submitted form, so that all of it is told at once. */
class Offences {

  private final List<Refusal.Offence> all = new ArrayList<>();

  /**
   * @param reason the key's part behind {@code form.}
   * @param detail a sentence
   */
  void add(String field, String reason, String detail) {
    all.add(new Refusal.Offence(field, "form." + reason, detail));
  }

  void throwIfAny() {
    if (!all.isEmpty()) {
      throw new FormRefused(all);
    }
  }
}
