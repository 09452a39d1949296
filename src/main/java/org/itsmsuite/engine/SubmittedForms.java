package org.itsmsuite.engine;

/** Hears of every submitted form, in the transaction that completes the task. */
@FunctionalInterface
public interface SubmittedForms {

  void submitted(SubmittedForm form);
}
