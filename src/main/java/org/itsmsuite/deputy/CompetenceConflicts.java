package org.itsmsuite.deputy;

import java.util.Set;
import org.itsmsuite.competence.Competences;
import org.itsmsuite.competence.CoveredTask;

/** Nobody does in another's place what they would be refused for want of a skill. */
final class CompetenceConflicts implements Conflicts {

  private final Competences competences;

  CompetenceConflicts(Competences competences) {
    this.competences = competences;
  }

  @Override
  public boolean bars(String account, Work work) {
    return work.task() != null
        && competences
            .bars(
                new CoveredTask(
                    work.record(), work.process(), work.task(), Set.copyOf(work.groups())),
                account)
            .isPresent();
  }

  /** A skill that the person who is away does not have is no reason against one who has it. */
  @Override
  public boolean barsDeputiesOf(String account, Work work) {
    return false;
  }
}
