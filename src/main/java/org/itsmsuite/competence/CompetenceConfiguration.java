package org.itsmsuite.competence;

import java.time.Clock;
import java.util.Set;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.KeptClaims;
import org.itsmsuite.identity.LogInClaims;
import org.itsmsuite.ledger.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts needs and proofs together. */
@Configuration(proxyBeanMethods = false)
class CompetenceConfiguration {

  @Bean
  CompetenceRegister competenceRegister(ContentSource content) {
    return CompetenceRegister.read(content);
  }

  @Bean
  Competences competences(
      CompetenceRegister register,
      ProofStore store,
      LogInClaims claims,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    return new Competences(register, store, claims, user, ledger, time);
  }

  @Bean
  KeptClaims claimOfSkills(CompetenceRegister register) {
    return () -> register.claim().map(Set::of).orElse(Set.of());
  }

  @Bean
  Proofs proofs(
      ProofStore store,
      CompetenceRegister register,
      Accounts accounts,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    return new Proofs(store, register, accounts, user, ledger, time);
  }

  @Bean
  Coverages coverages(CompetenceRegister register, ProofStore store, Accounts accounts) {
    return new Coverages(register, store, accounts);
  }
}
