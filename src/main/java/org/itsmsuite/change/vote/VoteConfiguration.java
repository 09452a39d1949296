package org.itsmsuite.change.vote;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.change.ChangeNews;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.deputy.StandIns;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.identity.AccountPage;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Puts votes on changes together. */
@Configuration(proxyBeanMethods = false)
class VoteConfiguration {

  @Bean
  Boards boards(Accounts accounts) {
    return new Boards() {
      @Override
      public List<String> members(String group) {
        List<String> all = new ArrayList<>();
        AccountPage page;
        int number = 0;
        do {
          page = accounts.membersOf(group, number, Accounts.LARGEST_PAGE);
          all.addAll(page.accounts());
          number++;
        } while (page.more());
        return all.stream().sorted().toList();
      }

      @Override
      public Set<String> groupsOf(String account) {
        return accounts.groupsOf(account);
      }
    };
  }

  @Bean
  BoardWeights boardWeights(ContentSource content) {
    return BoardWeights.read(content);
  }

  @Bean
  CabSettings cabSettings(ContentSource content) {
    return CabSettings.read(content);
  }

  @Bean
  Sittings sittings(
      SittingStore store,
      CabSettings settings,
      Boards boards,
      Restrictions restrictions,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    return new Sittings(store, settings, boards, restrictions, user, ledger, time);
  }

  @Bean
  VoteFacts voteFacts(Votes votes) {
    return new VoteFacts(votes);
  }

  /** Asked late: whoever steps decides who hears that an approval is void, and votes hear it. */
  @Bean
  Votes votes(
      VoteStore store,
      @Lazy ChangeSteps steps,
      Boards boards,
      BoardWeights weights,
      ObjectProvider<Duties> duties,
      ObjectProvider<StandIns> standIns,
      Calendars calendars,
      CurrentUser user,
      ChangeNews news,
      Ledger ledger,
      Clock time,
      Sittings sittings,
      ObjectProvider<VoteFlow> flow) {
    return new Votes(
        store,
        steps,
        boards,
        weights,
        duties::getObject,
        standIns::getObject,
        calendars,
        user,
        news,
        ledger,
        time,
        sittings,
        flow::getObject);
  }
}
