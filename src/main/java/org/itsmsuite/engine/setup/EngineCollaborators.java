package org.itsmsuite.engine.setup;

import java.util.List;
import java.util.function.Supplier;
import org.itsmsuite.competence.Competences;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.engine.BeanSource;
import org.itsmsuite.engine.RecordAudience;
import org.itsmsuite.engine.SubmittedForms;
import org.itsmsuite.engine.TaskFacts;
import org.itsmsuite.engine.TimerDates;
import org.itsmsuite.ledger.Ledger;

/**
 * What the engine asks others for while it runs; each is asked late, so the engine can be built
 * before them.
 */
public record EngineCollaborators(
    BeanSource beans,
    Supplier<List<TimerDates>> timerDates,
    Supplier<List<SubmittedForms>> submittedForms,
    Supplier<List<TaskFacts>> taskFacts,
    Supplier<Ledger> ledger,
    RecordAudience audience,
    Supplier<Duties> duties,
    Supplier<Competences> competences) {

  /** Only published beans and the ledger; nobody computes timers or listens to forms. */
  public static EngineCollaborators of(BeanSource beans, Ledger ledger) {
    return new EngineCollaborators(
        beans,
        List::of,
        List::of,
        List::of,
        () -> ledger,
        RecordAudience.everybody(),
        () -> null,
        () -> null);
  }

  public EngineCollaborators withTimerDates(TimerDates... all) {
    return new EngineCollaborators(
        beans,
        () -> List.of(all),
        submittedForms,
        taskFacts,
        ledger,
        audience,
        duties,
        competences);
  }

  public EngineCollaborators withSubmittedForms(SubmittedForms... all) {
    return new EngineCollaborators(
        beans, timerDates, () -> List.of(all), taskFacts, ledger, audience, duties, competences);
  }

  public EngineCollaborators withTaskFacts(TaskFacts... all) {
    return new EngineCollaborators(
        beans,
        timerDates,
        submittedForms,
        () -> List.of(all),
        ledger,
        audience,
        duties,
        competences);
  }

  public EngineCollaborators withAudience(RecordAudience other) {
    return new EngineCollaborators(
        beans, timerDates, submittedForms, taskFacts, ledger, other, duties, competences);
  }

  /** Whose tasks may not be whose; without it, as in the replay, anybody does anything. */
  public EngineCollaborators withDuties(Duties separated) {
    return new EngineCollaborators(
        beans,
        timerDates,
        submittedForms,
        taskFacts,
        ledger,
        audience,
        () -> separated,
        competences);
  }

  /** Which skills tasks need; without it, as in the replay, none. */
  public EngineCollaborators withCompetences(Competences asked) {
    return new EngineCollaborators(
        beans, timerDates, submittedForms, taskFacts, ledger, audience, duties, () -> asked);
  }
}
