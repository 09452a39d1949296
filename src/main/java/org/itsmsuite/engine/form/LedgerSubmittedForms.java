package org.itsmsuite.engine.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.itsmsuite.engine.SubmittedForm;
import org.itsmsuite.engine.SubmittedForms;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;

/**
 * Keeps what people submit as facts: every value may be free text, so every value can be erased
 * later.
 */
public class LedgerSubmittedForms implements SubmittedForms {

  private final Ledger ledger;

  public LedgerSubmittedForms(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void submitted(SubmittedForm form) {
    Map<String, Object> values = new LinkedHashMap<>();
    form.values().forEach((field, value) -> values.put(field, Personal.of(value)));
    ledger.write(
        Fact.of(form.record(), "form.submitted")
            .in(form.process())
            .with("task", form.task())
            .with("form", form.form())
            .with("values", values));
  }
}
