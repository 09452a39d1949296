package org.itsmsuite.record;

import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.Refusal;

/**
 * Steps that need somebody else than who did the step before. A provider of one person cannot have
 * that: there a step may be excepted by name, and each use of the exception is a fact for the
 * auditor.
 */
public class FourEyes {

  /** That somebody judged their own work, as the settings allow. */
  public static final String SELF_APPROVED = "record.selfApproved";

  /** The steps, as settings name them. */
  public enum Step {
    INCIDENT_CONFIRMATION,
    MAJOR_INCIDENT_REVIEW,
    SECURITY_REVIEW
  }

  private final CurrentUser user;
  private final Ledger ledger;
  private final Set<Step> excepted;

  /**
   * @param excepted the steps that one person may take alone; usually none
   */
  public FourEyes(CurrentUser user, Ledger ledger, Set<Step> excepted) {
    this.user = user;
    this.ledger = ledger;
    this.excepted = Set.copyOf(excepted);
  }

  /** Whether the person who asks may take the step after this person's work. */
  public boolean allows(Step step, String doneBy) {
    return !isOwnWork(doneBy) || excepted.contains(step);
  }

  /**
   * Lets the step pass, and notes it if it is one's own work.
   *
   * @param doneBy account of whoever did what is judged; null for nobody
   * @param otherwise thrown if the step is not excepted
   */
  public void require(String record, Step step, String doneBy, Refusal otherwise) {
    if (!allows(step, doneBy)) {
      throw otherwise;
    }
    if (isOwnWork(doneBy)) {
      ledger.write(
          Fact.of(record, SELF_APPROVED)
              .with("step", step.name())
              .with("exceptions", new TreeSet<>(excepted).toString()));
    }
  }

  private boolean isOwnWork(String doneBy) {
    return user.actor().id().equals(doneBy);
  }
}
