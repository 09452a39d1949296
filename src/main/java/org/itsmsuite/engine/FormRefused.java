package org.itsmsuite.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.itsmsuite.refusal.Refusal;

/**
 * A task that cannot be completed so: its form is not accepted, or somebody who was told of it
 * refused. The task stays as it was. The cause is the {@link Refusal}, for code that shows
 * refusals.
 *
 * <p>It is a form validation exception of the engine because that is the only one its REST API
 * answers with 400 wherever a task can be completed.
 */
public class FormRefused extends FormFieldValidationException {

  private final transient Refusal refusal;

  /**
   * @param offences at least one; the first one's key is the key of the whole
   */
  public FormRefused(List<Refusal.Offence> offences) {
    this(
        new Refusal(
            Refusal.Kind.INVALID,
            offences.get(0).key(),
            offences.stream().map(Refusal.Offence::detail).collect(Collectors.joining(" ")),
            offences));
  }

  public FormRefused(Refusal refusal) {
    super(refusal.key(), refusal.key() + ": " + refusal.getMessage(), refusal);
    this.refusal = refusal;
  }

  /** Stable, such as {@code form.required}. */
  public String key() {
    return refusal.key();
  }

  public List<Refusal.Offence> offences() {
    return refusal.offences();
  }
}
