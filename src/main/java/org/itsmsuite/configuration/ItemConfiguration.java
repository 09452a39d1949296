package org.itsmsuite.configuration;

import java.time.Clock;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Ledger;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts items together. */
@Configuration(proxyBeanMethods = false)
class ItemConfiguration {

  @Bean
  ItemTypes itemTypes(ContentSource content) {
    return ItemTypes.read(content);
  }

  @Bean
  ItemRules itemRules(ItemTypes types, SupportGroups groups) {
    return new ItemRules(types, groups);
  }

  @Bean
  ItemSnapshots itemSnapshots(ItemStore store, ItemTypes types) {
    return new ItemSnapshots(store, types);
  }

  @Bean
  ItemRegister itemRegister(
      ItemStore store,
      ItemSnapshots snapshots,
      ItemTypes types,
      ItemRules rules,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    return new ItemRegister(store, snapshots, types, rules, user, ledger, time);
  }

  @Bean
  ItemTables itemTables(
      ItemStore store,
      ItemSnapshots snapshots,
      ItemTypes types,
      ItemRules rules,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    return new ItemTables(store, snapshots, types, rules, user, ledger, time);
  }

  @Bean
  ItemSeeds itemSeeds(
      ItemStore store,
      ItemSnapshots snapshots,
      ItemTypes types,
      ItemRules rules,
      Catalogue catalogue,
      ContentSource content,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    return new ItemSeeds(store, snapshots, types, rules, catalogue, content, user, ledger, time);
  }

  /** Before anybody asks; the first question then finds the items in memory. */
  @Bean
  SmartInitializingSingleton itemsAtStart(ItemSeeds seeds, ItemSnapshots snapshots) {
    return () -> {
      seeds.sow();
      snapshots.now();
    };
  }
}
