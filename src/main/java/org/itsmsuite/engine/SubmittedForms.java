package org.itsmsuite.engine;

/**
 * Hears of every submitted form, in the transaction that completes the task and before it goes on:
 * what is written here is there for the steps that follow. A {@link org.itsmsuite.refusal.Refusal}
 * thrown here keeps the task open.
 */
@FunctionalInterface
public interface SubmittedForms {

  void submitted(SubmittedForm form);
}
