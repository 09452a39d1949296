package org.itsmsuite.competence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.identity.AccountPage;
import org.itsmsuite.identity.Accounts;

/** Needed versus proven, need by need. */
public class Coverages {

  private final CompetenceRegister register;
  private final ProofStore store;
  private final Accounts accounts;

  Coverages(CompetenceRegister register, ProofStore store, Accounts accounts) {
    this.register = register;
    this.store = store;
    this.accounts = accounts;
  }

  /**
   * In the order of the file. People are those who are in the group now, proofs those of the
   * instant; {@link Accounts#LARGEST_PAGE} people are looked at for each need.
   */
  public List<Coverage> at(Instant at) {
    return register.needs().stream().map(need -> coverage(need, at)).toList();
  }

  private Coverage coverage(Need need, Instant at) {
    String skill = need.skill().id();
    int most = Accounts.LARGEST_PAGE;
    if (need.group() == null) {
      List<String> proven = store.whoIsProven(skill, null, at, most + 1);
      boolean more = proven.size() > most;
      return new Coverage(need, more ? proven.subList(0, most) : proven, List.of(), more);
    }
    AccountPage members = accounts.membersOf(need.group(), 0, most);
    List<String> proven = store.whoIsProven(skill, members.accounts(), at, most);
    List<String> lacking = new ArrayList<>(members.accounts());
    lacking.removeAll(proven);
    return new Coverage(need, proven, lacking, members.more());
  }
}
